"""Given names that tell a gender, as far as English-language news knows them."""

from __future__ import annotations

from claimledger.splitting.english.words import words_in

MALE = words_in(
    """
    james john robert michael william david richard joseph thomas charles christopher daniel
    matthew anthony mark donald steven paul andrew joshua kenneth kevin brian george edward
    ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin
    scott brandon benjamin samuel gregory frank alexander raymond patrick jack dennis jerry
    tyler aaron jose adam henry nathan douglas peter zachary kyle walter ethan jeremy harold
    keith roger arthur terry lawrence sean christian albert joe juan bryan bruce willie carl
    billy bob bill ben mike tom tim jim dan steve greg jeff ken ron don rick ted ed sam max
    leo luke simon martin philip phillip alan allan allen craig derek neil nigel graham ian
    stuart colin barack bernie rudy rudolph mitt marco rand newt vladimir boris emmanuel
    francois pierre jean jacques hans karl carlos luis miguel jorge pedro antonio mario
    giuseppe mohammed muhammad mohamed ahmed ali omar ibrahim hassan abdullah yusuf kim hugo
    oliver oscar felix victor ivan dmitri sergei igor ravi raj narendra imran harry edwin
    ernest fred louis ralph roy eugene russell wayne howard elijah isaac gabriel julian
    adrian pete chuck cory beto andre tony deval jesse jimmy johnny tommy danny doug
    cornelius reginald leopold sidney lawrence jerrold clarence clifford vincent edmund
    edgar alfred frederick gerald gilbert gordon herbert horace hubert ivor jack jerome
    julius leonard leon leonardo lester lionel marcus marvin maurice melvin milton mitchell
    morris mortimer neville norman otto percy randall randolph rodney roland rupert salvador
    sebastian seth sheldon sherwood solomon stanley ted terrence theodore timothee trevor
    ulysses valentin vernon virgil wallace warren wilfred wolfgang xavier kofi abdul ahmad
    akira alejandro alexei alfonso anders angelo arjun arnold boris bruno cesar chad clive
    connor cyril damian dean dmitry dominic dwight duncan eduardo emilio enrique erik ernesto
    esteban fabio federico fernando francesco francisco franklin gerardo giorgio giovanni
    glenn guillermo gustavo hamid hector heinrich henri hiroshi ignacio igor ismail jaime
    javier joaquin joel johan jonas jonathon josef joshua jurgen khalid klaus kurt lamar lars
    lorenzo luca luigi magnus manuel marcel marcelo mathieu matteo mauricio mehmet mikhail
    mustafa nikolai nikita niels oleg olaf pablo paolo pascal pavel phil rafael ramon raul
    ricardo roberto rodrigo rohit ross ruben sanjay santiago saul sergio stefan suresh sven
    thiago toby umar vikram viktor vincenzo vijay wilhelm yasser yuri yevgeny zoltan tedros
    shinzo narendra keir rishi ned hank gene earl ray lloyd brett brad brendan blake bryce
    cameron clint clayton craig darren darryl dave dustin eddie elliot elon garrett geoff
    geoffrey gareth grant gregg guy howie ira jared jeremiah jon josh kent kirk lance lou
    nate nick noah pat pierce quentin ralph reed rich rob robbie ron roman ron sonny spencer
    terrance todd travis tucker ty wade wes zach
    """
)

FEMALE = words_in(
    """
    mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy
    betty sandra margaret ashley kimberly emily donna michelle carol amanda melissa deborah
    stephanie dorothy rebecca sharon laura cynthia amy kathleen angela shirley brenda emma
    anna pamela nicole samantha katherine catherine christine helen debra rachel carolyn
    janet maria olivia heather diane julie joyce victoria ruth virginia lauren kelly
    christina joan evelyn judith andrea hannah megan cheryl jacqueline martha madison teresa
    gloria sara janice ann anne abigail kathryn sophia frances jean alice judy isabella
    julia grace amber denise danielle marilyn beverly charlotte natalie theresa diana
    brittany doris kayla alexis lori marie hillary kamala melania ivanka huma condoleezza
    indira benazir sonia malala aung carly tulsi gretchen claire kate katie jane jill sally
    sue lucy molly eva ella rosa elena olga irina svetlana natalia fatima aisha leila nadia
    yasmin priya anita geraldine ellen eleanor rose florence edith agnes irene louise
    josephine caroline monica veronica valerie erin tracy wendy stacey gina loretta sonya
    megyn kellyanne debbie susie brigid meghan paula gertrude tanya kitty kristen sylvia
    stella audrey beatrice bernadette bridget candace carla carmen carole cecilia celeste
    chloe clara clarissa colleen connie constance cora daisy daphne deirdre dolores edna
    eileen elaine eliza elisabeth elsa elsie esther estelle ethel eunice fiona frieda
    genevieve georgia georgina gladys glenda greta gwendolyn harriet hazel heidi helena
    henrietta hilda hope ida imogen ingrid iris isabel isabelle ivy jasmine jenna jenny
    joanna joanne jocelyn jodie josie juliet june kathy katrina katie kay kerry kirsten
    krista kristin kristina lara latoya leah lena leona lillian lily lisbeth lois lorraine
    lucia lucille lydia lynn mabel mae maggie marcia margot marianne marjorie marlene
    matilda maureen maya melinda mercedes mildred millie mina minnie mira miriam muriel
    myra naomi nellie nina nora norma odette paige patsy pauline pearl peggy penelope penny
    petra phoebe phyllis polly rachael ramona regina renata rhonda rita roberta rosalind
    rosemary roxanne ruby sabrina sadie selena serena sheila sherry simone stacy stormy
    susanna suzanne sybil tabitha tamara tara tatiana thelma tina tracey trudy una ursula
    vanessa vera vicki vivian wanda whitney winifred yolanda yvette yvonne zoe alejandra
    amal ana angelina annette antonia astrid beth birgit camila carmela chiara claudia
    daniela delia dina elisa elise emilia erika esperanza eugenia fernanda francesca
    gabriela gabriella giulia gro ilhan ines inga isabela jacinda joana johanna juana
    juliana karin karla katarina khadija larissa lorena lucinda luisa magdalena manuela
    margarita margrethe mariam mariana marina mariya marta melina mette monika nadine
    nancy natasha nicola noura oksana paola pilar raquel renee rosario rosie salma sanna
    sheryl silvia sinead siobhan sofia susana svetlana theodora ulrike ursula valentina
    yulia zainab zara
    """
)


def gender_of(name: str) -> str:
    """Return the gender that a given name tells."""
    first = name.lower()
    if first in MALE and first not in FEMALE:
        return "Masc"
    return "Fem" if first in FEMALE and first not in MALE else ""
