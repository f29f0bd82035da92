"""Nouns by what they make of the name beside them: members, the state itself, offices, organs; pronouns by number and gender."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


DETERMINERS = _set(
    """
    the a an this that these those some several many most all both each every either neither another other certain various any no its
    his her their our my your such more
    """
)
NUMBERS = _set(
    """
    one two three four five six seven eight nine ten eleven twelve dozen dozens hundreds thousands scores first second third least at
    about around some nearly over almost more than up to fewer less only just estimated approximately
    """
)
RANKS = _set(
    """
    former ex then late acting interim deputy senior top chief vice incoming outgoing newly elected new current longtime veteran
    transitional assistant under designate elect unnamed anonymous high ranking level lower leading key local military police opposition
    exiled deposed ousted jailed imprisoned embattled
    """
)
NO_LONGER = _set("former ex late then deposed ousted erstwhile onetime")

MALE = _set("he him his himself")
FEMALE = _set("she her hers herself")
NEUTER = _set("it its itself")
PLURAL = _set("they them their theirs themselves")
FIRST = _set("i me my mine myself")
FIRST_PLURAL = _set("we us our ours ourselves")
SELVES = _set("himself itself herself themselves alone")
SECOND = _set("you your yours")
THIRD = MALE | FEMALE | NEUTER | PLURAL
PRONOUNS = THIRD | FIRST | FIRST_PLURAL | _set("who himself each both")
POSSESSIVE = _set("his her hers its their theirs my our your")

MALE_TITLES = _set(
    """
    mr mister king prince sultan emir sir lord duke brother father husband son pope chairman spokesman businessman congressman sheikh imam
    czar man boy guy gentleman uncle nephew son-in-law grandfather grandson salesman policeman fisherman fireman tsar ayatollah sayyed
    pastor
    """
)
FEMALE_TITLES = _set(
    """
    mrs ms miss queen princess lady dame duchess sister mother wife daughter chairwoman spokeswoman businesswoman congresswoman baroness
    actress widow woman girl aunt niece grandmother granddaughter girlfriend daughter-in-law policewoman
    """
)

# Titles that stand before a name. Lower-case ones stand in apposition too ("aide Yuri Ushakov").
TITLES = (
    MALE_TITLES
    | FEMALE_TITLES
    | _set(
        """
    president premier chancellor minister secretary general gen colonel col lieutenant lt major maj captain capt sergeant sgt admiral adm
    commander marshal brigadier governor gov senator sen sens rep reps representative congressman mayor ambassador envoy adviser advisor
    aide spokesperson official diplomat judge justice prosecutor lawyer attorney dr doctor professor prof bishop archbishop cardinal rabbi
    reverend rev chief director head leader speaker chair chairperson founder ceo candidate nominee activist journalist analyst author
    economist historian billionaire tycoon oligarch warlord dissident lawmaker deputy mp mps councillor commissioner coordinator mediator
    negotiator negotiators inspector officer agent vice prime foreign defence defense interior finance pm taoiseach pres monarch pontiff
    politician strongman dictator opponent critic boss reporter correspondent counterpart colleague deputies host co-founder executive
    manager coach star singer actor writer blogger entrepreneur banker physicist scientist researcher pilot soldier guard shepherd
    fisherman student commodore corporal private patriarch undersecretary comrade cmdr brig vice-admiral air donor insider baron count
    democrat republican rear mullah maulana vice-president whip ombudsman provost abbot protester resident citizen suspect gunman militant
    fighter rebel guerrilla commandant major-general rapporteur treasurer comptroller clerk sheriff frontrunner front-runner contender
    rival hopeful ministers presidents senators secretaries generals premiers ambassadors economists sayyid sardar malam hajji mufti
    """
    )
)

# What stands before anybody's name and gives no office.
COURTESIES = _set("mr mrs ms miss dr sayyid sheikh sir")
SHORT_RANKS = _set("lt gen col maj capt brig sgt adm dr mr mrs ms prof sir")
NOBLE_NAMES = _set("prince princess king earl duke major baron")
OFFICES = _set(
    """
    president premier chancellor minister secretary ambassador envoy governor mayor king queen pope pontiff monarch sultan emir leader
    prosecutor speaker taoiseach pm chief head director commander general spokesman spokeswoman spokesperson adviser advisor aide senator
    chairman chairwoman chair commissioner dictator ruler prince princess judge lawyer diplomat counterpart
    """
)
ONE_OFFICE = {f"{word}s": word for word in OFFICES if not word.endswith(("man", "ry"))} | {
    "spokesmen": "spokesman",
    "secretaries": "secretary",
}
"""Offices in the plural, with the singular of each."""

# Offices that many hold at once: without a holder that is known, one of the members.
MEMBER_OFFICES = _set(
    """
    spokesman spokeswoman spokesperson ambassador envoy diplomat commander general judge director aide commissioner counterpart adviser
    advisor secretary prosecutor lawyer senator chairman mayor governor
    """
)
QUALIFIERS = _set("prime vice national supreme attorney press special general policy deputy")
FIRMS = _set("company firm corporation conglomerate bank airline carrier insurer broadcaster automaker retailer startup platform")
FOLLOWERS = _set(
    """
    ally neighbour neighbor rival rivals neighbours neighbors foe supporters supporter opponents opponent critics critic victims relatives
    family families wife husband son daughter sister brother friend friends fans part parts percent headquarters element elements members
    survivors allies
    """
)
# People and things of a state that are no part of it: "Syrian refugees" are nobody's members (counted on the training reports).
APART = _set(
    """
    refugee refugees migrant migrants immigrant immigrants prisoner prisoners detainee detainees children child boy boys
    girl girls woman women man men voter voters people public firm firms business businesses automakers allies ally
    adversary adversaries protester protesters demonstrators tourist tourists traveler travelers travellers speakers defectors defector
    insurgents combatants minority opposition cartels farmers farmer tycoon tycoons couple infrastructure museum terminal utility
    communities community entrepreneurs nationalists capitals villagers residents families family pilgrims passengers crossers supporters
    unionist shepherd developer host businessman businesswoman left right region regions city cities village town territory territories
    economy market markets border airspace
    """
)
MANY = _set("people police troops forces men women military personnel staff media")
BOUND = _set(
    """
    backed led linked based controlled owned run brokered made style occupied allied aligned affiliated held born sponsored funded
    mediated supported supplied built wide speaking leaning dominated friendly american european iranian turkish
    """
)
CROWD = _set(
    """
    people police authorities officials nobody everyone everybody none someone thousands fishermen gunmen residents villagers experts
    critics migrants protesters militants rebels refugees hospitals farmers hostages hundreds opposition government officers staff
    children women men
    """
)
LINKING = _set("of and for the in on de del la du des et al & der und y")
SPEAKERS = _set(
    """
    spokesman spokeswoman spokesperson spokesmen office aide aides adviser advisers advisor advisors lawyer lawyers representative
    representatives envoy envoys team staff delegation entourage
    """
)
# Sent to a state, they are not that state's ("the ambassador in Algiers").
SENT = _set("ambassador envoy ambassadors envoys embassy consulate mission")
# With an adjective or a name before them these mean the state or body itself.
ITSELF = _set(
    """
    state nation republic country side monarchy kingdom administration regime federation bloc alliance group organization organisation
    movement militia cartel network newspaper paper daily magazine website broadcaster channel agency outlet station company firm giant
    party
    """
)
ADMINISTRATION = _set("administration administrations government cabinet presidency regime")
GROUPS = _set(
    """
    group militant rebels rebel insurgents insurgent terrorist movement militia guerrillas
    """
)
ORG_WORDS = _set(
    """
    dialogue airlines airways republicans democrats inc llc plc talks tour article shipyard railways holdings industries motors bank
    capital partners media sport sports team party ministry university council committee commission union agency court group army force
    forces police department office organization organisation association institute front movement brigade brigades coalition league
    congress parliament assembly senate house company corporation corp ltd news times post journal daily herald tribune gazette observer
    press radio television tv channel network airport hospital school church mosque street square river island islands bay gulf sea ocean
    mountain mountains province district region county city state states republic kingdom stadium club cup prize award act treaty accord
    agreement plan war day week month center centre museum fund foundation federation guard command corps regiment battalion fleet navy
    campaign administration institution authority service services bureau board trust society alliance initiative summit conference forum
    strip border hotel palace bridge dam canal port base camp prison games olympics festival charter convention resolution code project
    program programme operation
    """
)
COUNTRY = _set("country nation state republic kingdom homeland")
LEADERS = _set(
    """
    leaders presidents ministers men women diplomats politicians chiefs pair premiers colleagues officials generals rivals counterparts
    monarchs duo
    """
)
SIDES = _set(
    """
    countries sides nations parties states governments neighbours neighbors capitals camps armies parliaments militaries powers allies
    foes enemies rivals belligerents groups delegations navies teams
    """
)
SAYING = _set(
    """
    said says told added wrote warned announced stated replied responded asked insisted claimed explained tweeted posted argued continued
    noted declared recalled acknowledged
    """
)
PREPOSITIONS = _set(
    """
    of for from in at by with on to against between among near inside outside under over within across around about after before during
    who whom which that when where while including loyal linked backed whose as into through along towards
    """
)
PARTICLES = _set("al el bin ibn de da do dos das del della di du la le van von der den ten ter abu ben y e st ul ur")
# What ministers and secretaries are of; none of these words is part of a person's name.
DOMAINS = _set(
    """
    policy
    affairs state defence defense staff finance interior justice health energy trade commerce treasury labor labour agriculture education
    transport transportation foreign external home economy economic industry culture environment security intelligence war housing
    homeland veterans development planning
    """
)
# Titles that make a person of the surname alone after them.
ADDRESSES = _set(
    """
    mr mrs ms miss sir lord lady dr president minister chancellor king queen prince princess general gen colonel col major lieutenant lt
    captain capt sergeant sgt admiral senator sen governor gov mayor ambassador judge justice professor prof bishop archbishop cardinal
    rabbi reverend pope sheikh ayatollah secretary commissioner premier chief
    """
)
# Capitalised words that begin no name: function words at the head of a sentence, days and months.
NOT_NAMES = (
    DETERMINERS
    | NUMBERS
    | THIRD
    | FIRST
    | FIRST_PLURAL
    | SECOND
    | PREPOSITIONS
    | _set(
        """
    and or but if when while as since because although though however meanwhile also then there here now today yesterday tomorrow what why
    how who not yes no so yet still even monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december mondays earlier later last next according despite following speaking asked both
    neither either nor is are was were has have had will would could should can do does did let
    """
    )
)
COMMON_SURNAMES = _set(
    """
    may brown rice bush park straw hunt power khan kim lee wong young long black white green king rose grant price walker clinton johnson
    wallace harris martin rodriguez ali hassan ahmed mohammed mohamed hussein singh santos paul fox blair wang li chen liu yang zhang key
    kan major peace day home said bank well best post mann president general west war joint islamic national democratic central union
    prime foreign star stone church law page cook baker fisher taylor
    """
)
# Descriptions by kind: the last one of the kind that was mentioned.
KIND_OF = {
    **dict.fromkeys(
        ("group", "movement", "militia", "rebels", "insurgents", "militants", "guerrillas", "faction"), frozenset(("armed-group",))
    ),
    **dict.fromkeys(("newspaper", "paper", "daily", "broadcaster", "outlet", "tabloid", "magazine"), frozenset(("outlet",))),
    **dict.fromkeys(("bloc", "alliance"), frozenset(("body",))),
}
MONARCHIES = frozenset(
    [
        "Saudi Arabia",
        "Jordan",
        "Morocco",
        "Bahrain",
        "United Kingdom",
        "Spain",
        "Belgium",
        "Netherlands",
        "Denmark",
        "Sweden",
        "Norway",
        "Thailand",
        "Cambodia",
        "Bhutan",
        "Tonga",
        "Eswatini",
        "Lesotho",
        "Malaysia",
    ]
)
OF_STATES = _set("side state nation republic country monarchy kingdom regime federation administration")
HYPHENED = _set(
    """
    backed led based elect style general in year old designate born held linked controlled owned run wide era made
    """
)
DEFINITE = _set("the both each either neither these those their two three")
VERBS = _set(
    """
    is was are were has had have will would could can may might did does says told calls urges warns vows met meets visits claims denies
    rejects announces plans wants became began left went came made took gave held led ran spoke won lost wrote knew thought felt called
    asked kept sent put brought
    """
)
# Nouns that make members of the ministry before them: "Turkish foreign ministry officials".
CARRIERS = _set(
    """
    official officials officer officers source sources spokesman spokeswoman spokesperson diplomat diplomats unit units soldiers
    troops pilots commanders commander jets bombers helicopters helicopter ships boat boats vessel vessels agents agent personnel
    staff employees guards experts representatives plane planes
    """
)
# Adjectives with a capital that name nobody.
FAITHS = _set(
    """
    muslim muslims islamist islamists orthodox catholic catholics christian christians jewish sunni sunnis shia shiite shiites arab
    arabs hindu hindus buddhist protestant evangelical congressional presidential republican democratic socialist communist liberal
    """
)
# People in a group, and the words that may mean any of them once they are known.
GROUPED = _set(
    """
    men women crew captives detainees prisoners hostages sailors fishermen soldiers servicemen officers guards troops workers
    employees staff surveyors miners engineers victims passengers
    """
)
# What says of somebody what they are; determiners that begin no such description.
BEING = _set("is was became remains becomes")
THOSE = _set("that those these such some many several no any")
# Words for anybody: where the report has named one such person alone, they mean that one.
SOMEBODY = _set(
    """
    man woman boy girl kid teenager teen student politician lawmaker candidate businessman businesswoman tycoon billionaire mogul writer
    author artist singer actor actress star player scholar scientist mathematician activist journalist reporter pilot captain nominee
    """
)
# Offices that one holds at a time.
SOLE = _set("president premier chancellor minister king queen monarch sultan emir taoiseach")
