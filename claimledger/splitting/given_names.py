"""Given names that tell a gender, as far as English-language news knows them."""

from __future__ import annotations

from claimledger.splitting.english import words_in

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
    adrian pete chuck cory beto andre tony deval jesse jimmy johnny tommy danny
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
    megyn kellyanne debbie susie brigid meghan
    """
)
