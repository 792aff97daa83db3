package org.curbside.screening.phi;

import java.util.List;

/** What can be seen by its shape: addresses, numbers, days and ages. */
final class Rules {

    private static final String MONTH =
            "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
                    + "|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?";
    private static final String DAY = "(?:0?[1-9]|[12]\\d|3[01])";
    private static final String YEAR = "(?:(?:19|20)\\d{2}|'\\d{2})";
    private static final String WORD = "[A-Z][A-Za-z'-]{1,30}";

    /** What makes a number a value. */
    private static final String UNIT =
            "(?! ?(?:mg|mcg|ug|g|kg|ml|l|dl|iu|u|units?|meq|mmol|mm|cm|cells|copies|cfu|kcal|cal|bpm|ms"
                    + "|hz|million|%|/|\\^|times|days?|weeks?|months?|years?|hours?|hrs?|min|doses?|tabs?|tablets?)(?![a-z]))";

    /** Where literature, guidelines and trials are published; physicians cite these. */
    private static final String PUBLISHED =
            "(?:https?://)?(?:[a-z\\d-]{1,40}\\.){0,3}(?:nih\\.gov|cdc\\.gov|fda\\.gov|clinicaltrials\\.gov"
                    + "|doi\\.org|who\\.int|nejm\\.org|jamanetwork\\.com|thelancet\\.com|bmj\\.com|cochrane(?:library)?\\.(?:org|com)|uptodate\\.com"
                    + "|nice\\.org\\.uk|ahajournals\\.org|acpjournals\\.org|nature\\.com|sciencedirect\\.com|springer\\.com|wiley\\.com|medrxiv\\.org"
                    + "|escardio\\.org|acc\\.org|heart\\.org|uspreventiveservicestaskforce\\.org)(?:/[^\\s]{0,300})?(?![\\w.-]*\\w)";

    /** What is counted in thousands without a unit. */
    private static final String COUNTED = "(?:platelets?|plt|wbcs?|rbcs?|white (?:count|cells?|cell"
            + " count)|leu[ck]ocytes?|ferritin|ck|cpk|bnp|nt-?probnp|d-?dimer|troponin|viral"
            + " load|copies|load|vl|hcg|b-?hcg|afp|lipase|amylase|ldh|ast|alt|cea|psa|count"
            + "|units|dose|colonies|igg|ige|cells|steps|pmid:?|nct|doi:?)";

    static final List<Rule> ALL = List.of(
            new Rule(Kind.EMAIL, "@", "(?<![\\w.+-])[\\w.+-]{1,64}+@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,4}"),
            new Rule(
                    Kind.EMAIL,
                    "(?i)(?<![\\w.-])[\\w.-]{1,64}+ ?[(\\[]at[)\\]] ?[\\w-]{1,63} ?(?:\\.|[(\\[]dot[)\\]])"
                            + " ?[a-z]{2,10}\\b"),
            new Rule(
                    Kind.URL,
                    "(?i)(?<![\\w@./-])(?=[a-z\\d-]{1,63}(?:\\.|://)[a-z\\d])(?!" + PUBLISHED
                            + ")(?:(?:https?|ftp)://[^\\s]{1,300}"
                            + "|www\\.[^\\s]{3,300}|(?:[a-z\\d][a-z\\d-]{0,62}\\.){1,3}(?:com|org|net|edu|gov)\\b"
                            + "(?:/[^\\s]{0,300})?)"),
            new Rule(
                    Kind.HANDLE,
                    "@",
                    "(?i)(?<![\\w.@])@(?!(?:bedtime|home|night|noon|rest|discharge|baseline|admission|hospital|clinic|work|school|least|the|a|an|all|any|around|about|time)\\b)[a-z_][\\w.]{2,29}"),
            new Rule(
                    Kind.HANDLE,
                    "(?i)\\b(?:instagram|twitter|facebook|tiktok|snapchat|telegram|skype|whatsapp|linkedin|youtube|reddit|insta|fb)(?:"
                            + " (?:handle|account|name|user|id|profile))?(?: is)?[:=] ?(?<it>[\\w.]{3,30})"),
            new Rule(Kind.IP_ADDRESS, "(?<![\\d.])(?:\\d{1,3}\\.){3}\\d{1,3}(?![\\d.]*\\d)"),
            new Rule(
                    Kind.IP_ADDRESS,
                    "(?i)(?<![\\w:])(?:(?:[\\da-f]{1,4}:){3,7}:?[\\da-f]{1,4}|(?:[\\da-f]{1,4}:){1,6}:(?:[\\da-f]{1,4}:){0,5}[\\da-f]{1,4})(?![\\w:])"),
            new Rule(Kind.DEVICE_NUMBER, "(?i)\\b(?:[\\da-f]{2}[:-]){5}[\\da-f]{2}\\b"),
            new Rule(
                    Kind.SOCIAL_SECURITY_NUMBER,
                    "(?<![\\w-])(?:\\d{3}|[Xx*]{3})[- ](?:\\d{2}|[Xx*]{2})[- ]\\d{4}(?![\\w-])"),
            new Rule(Kind.SOCIAL_SECURITY_NUMBER, "(?i)\\bssn\\b[^\\d\\n]{0,16}\\d{4,9}\\b"),
            new Rule(
                    Kind.PHONE,
                    "(?<![\\d.])(?:\\+?1[ .-]?)?(?:\\(\\d{3}\\) ?|\\d{3}[ .-])\\d{3}[ .-]\\d{4}\\b(?:,? ?(?:x|ext\\.?)"
                            + " ?\\d{1,6})?"),
            new Rule(Kind.PHONE, "(?<![\\w+])\\+\\d{1,3}(?:[ .-]?\\(?\\d{1,5}\\)?){2,5}\\b"),
            new Rule(
                    Kind.PHONE,
                    "(?i)\\b(?:phone|telephone|tel|fax|cell|mobile|pager|pgr|call|text|extension|ext)(?:"
                            + " (?:number|no\\.?|is|me|her|him|us|at|on|him at|her at)){0,3}[.:# ]{1,3}(?<it>(?=(?:["
                            + " .()+-]{0,2}\\d){4})\\+?\\d[\\d .()-]{2,18}\\d)\\b"),
            new Rule(
                    Kind.RECORD_NUMBER,
                    "(?i)\\b(?:mrn|mr#|emr|medical record|med rec|health record|hospital number|patient"
                            + " (?:id|number|no)|pt"
                            + " id|chart|acct|account|policy|member(?:ship)?|subscriber|beneficiary|insurance|health"
                            + " plan|hpbn|medicare|medicaid"
                            + "|encounter|accession|specimen|claim|licen[cs]e|lic|certificate|cert|npi|dea|passport|nhs|site"
                            + "|subject|study|case|record|group|order|prescription|rx|id|visit|invoice|user|unique|identifier"
                            + "|plan|hpb|ssn|reference|ref)(?:"
                            + " (?:record|number|no|num|id|identifier|code|plan|policy|member)\\b\\.?){0,3}(?: ?[:#=]{1,2}"
                            + " ?#?| ?#| (?:is|was|of)[: ]{1,2}#?|[. ]"
                            + " ?(?=[A-Z]{0,6}-?\\d{2,}[-A-Z\\d]{2,})|(?<=\\b(?:number|num|no|id|code)\\.?) )"
                            + "(?!(?:19|20)\\d{2}\\b)(?<it>#?(?=(?:[A-Z/-]{0,8}\\d){3})[\\dA-Z]{1,16}(?:[-/][\\dA-Z]{1,12}){0,4})\\b"
                            + UNIT),
            new Rule(
                    Kind.DEVICE_NUMBER,
                    "(?i)\\b(?:serial|s/n|device|implant|lot|imei|udi|vin|model|pacemaker|pump|license plate|licence"
                            + " plate|number plate|plate|registration)(?: (?:serial|number|no|id|code)\\b\\.?){0,2}(?:"
                            + " ?[:#=]{1,2} ?| (?:is|was) | )(?<it>(?=[A-Z \\d-]{0,9}\\d)(?=[A-Z\\d]{0,3}["
                            + " -]?[A-Z\\d]{3})[A-Z\\d]{1,18}(?:[- ](?=[A-Z\\d-]{0,9}\\d)[A-Z\\d]{2,12}){0,4})\\b"
                            + UNIT),
            new Rule(Kind.DEVICE_NUMBER, "\\b(?=[A-Z]{0,16}\\d)(?=\\d{0,16}[A-Z])[A-HJ-NPR-Z\\d]{11}\\d{6}\\b"),
            new Rule(
                    Kind.DATE,
                    "(?i)(?<![\\d/.-])(?:\\d{1,2}([/.-])\\d{1,2}\\1(?:(?:19|20)\\d{2}|\\d{2})|(?:19|20)\\d{2}([/.-])\\d{1,2}\\2\\d{1,2}"
                            + ")(?![\\d/-]|\\.\\d)"),
            new Rule(
                    Kind.DATE,
                    "(?i)\\b" + MONTH + " ?(?:the )?" + DAY + "(?:st|nd|rd|th)?(?![\\d:])(?:,? ?(?:of )?" + YEAR
                            + ")?\\b(?!'|-\\d)" + UNIT),
            new Rule(
                    Kind.DATE,
                    "(?i)(?<![\\d/.-])" + DAY + "(?:st|nd|rd|th)?[ -](?:of )?(?!(?-i:may )(?!(?:19|20)\\d))" + MONTH
                            + "(?:[ ,-]{0,2}" + YEAR + ")?(?!\\w)"),
            new Rule(
                    Kind.DATE,
                    "(?i)\\b(?:on|since|until|till|by|dated?|dob|born|seen|admitted|discharged|surgery|visit|from|after|before|through)(?:"
                            + " on)?:? (?<it>(?:0?[1-9]|1[0-2])/" + DAY + "(?:-(?:0?[1-9]|1[0-2])/" + DAY
                            + ")?)(?![\\d/.-])"
                            + "(?! ?(?:mg|mcg|ml|%|scale|pain|units|tab|on |of the|strength|power|for ))"),
            new Rule(
                    Kind.DATE,
                    "(?i)\\b(?:christmas|thanksgiving|new"
                            + " year'?s|valentine'?s|halloween|labor|memorial|independence|easter)"
                            + " (?:day|eve|sunday|monday)(?:,? (?:of )?" + YEAR + ")?\\b"),
            new Rule(
                    Kind.MONTH,
                    "(?i)\\b" + MONTH + "(?: of)?,? " + YEAR + "\\b|\\b(?:0?[1-9]|1[0-2])/(?:19|20)\\d{2}\\b"),
            new Rule(
                    Kind.GREAT_AGE,
                    "(?i)\\b(?:9\\d|1[0-2]\\d)(?=[ -]?(?:y/?o\\b|y\\.o\\.|yrs?\\b|yrs?[ -]old|years?[ -]old|year["
                            + " -]old|years? of age))|\\b(?:9\\d|1[0-2]\\d)(?:[mf]\\b| (?-i:M)\\b)"),
            new Rule(
                    Kind.GREAT_AGE,
                    "(?i)\\b(?:aged?|age of|age is|age:) ?:? ?(?<it>9\\d|1[0-2]\\d)\\b(?!"
                            + " ?(?:-|to|%|days|weeks|months))"),
            new Rule(
                    Kind.GREAT_AGE,
                    "(?i)\\b(?:(?:ninety(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|(?:one|a)["
                            + " -]hundred(?:[ -](?:and[ -])?(?:one|two|three|four|five|six|seven|eight|nine|ten))?)["
                            + " -](?:years?|yrs?)[ -](?:old|of age)|(?:aged?|age of) ninety(?:["
                            + " -](?:one|two|three|four|five|six|seven|eight|nine))?|nonagenarian|(?:super)?centenarian)\\b"),
            new Rule(
                    Kind.STREET,
                    "(?i:\\b\\d{1,6}[A-Z]?,? )(?:[NSEW]\\.? |North |South |East |West )?(?:(?:" + WORD
                            + "|\\d{1,3}(?:st|nd|rd|th)) ){1,3}"
                            + "(?:St|Street|Ave|Avenue|Rd|Road|Blvd|Boulevard|Ln|Lane|Dr|Drive|Ct|Court|Way|Pl|Place|Ter|Terrace|Cir|Circle|Hwy|Highway|Pkwy|Parkway|Sq|Square)\\b\\.?(?:,?"
                            + " (?:(?:Apt|Unit|Suite|Ste)\\.? ?|#)\\w{1,6})?"),
            new Rule(
                    Kind.PLACE,
                    "\\b(?:" + WORD + " ){1,2}(?:Street|Avenue|Ave|Boulevard|Blvd|Road|Rd|Lane|Parkway)\\b"),
            new Rule(Kind.STREET, "(?i)\\bp\\.? ?o\\.? box \\d{1,7}\\b" + "|\\bapt\\.? ?#?\\d{1,5}[a-z]?\\b"),
            new Rule(
                    Kind.STREET,
                    "(?i)\\b\\d{1,6} (?:[nsew]\\.? )?[a-z]{2,20}(?: [a-z]{2,20})?"
                            + " (?:street|avenue|boulevard|blvd|lane)\\b"),
            new Rule(Kind.POSTAL_CODE, "\\b[A-Z]{2},? (?<it>\\d{5}(?:-\\d{4})?)\\b"),
            new Rule(
                    Kind.POSTAL_CODE,
                    "(?i)\\b(?:zip ?code|zip|postal code|post ?code)[ :]{1,3}(?:is"
                            + " )?(?<it>(?=[A-Z]{0,2}\\d)[A-Z\\d]{3,5}(?:[ -][A-Z\\d]{3,4})?)\\b"),
            new Rule(Kind.POSTAL_CODE, "\\b[A-Z]\\d[A-Z] \\d[A-Z]\\d\\b|\\b[A-Z]{1,2}\\d{1,2}[A-Z]? \\d[A-Z]{2}\\b"),
            new Rule(
                    Kind.NUMBER,
                    "(?i)\\b" + COUNTED
                            + "\\D{0,14}\\d[\\d,]{0,11}|(?<![\\w.,/-])(?<it>#?(?!\\d{2,6}000\\b)\\d{5,18}(?:-\\d{1,6}){0,3})(?![\\w.]*\\w|[,/]\\d)"
                            + UNIT),
            new Rule(
                    Kind.NUMBER,
                    "(?<![\\w.-])#?\\d{2,5}-\\d{2,6}-\\d{2,6}(?:-\\d{2,6})?(?![\\w-])|(?<![\\w.-])#?\\d{3,6}-\\d{4,7}(?![\\w-])(?<!(?:19|20)\\d{2}-(?:19|20)\\d{2})"
                            + UNIT),
            new Rule(
                    Kind.NUMBER,
                    "(?<![\\w-])#?(?!NCT|PMID|ISO|COVID|SARS|ICD|DSM|RFC)(?:[A-Z]{1,6}-)?[A-Z]{1,6}-?\\d{4,12}[A-Z\\d]{0,6}(?:-[A-Z\\d]{1,8}){0,3}(?![\\w-])"),
            new Rule(
                    Kind.NUMBER,
                    "(?<![\\w.-])#?\\d{3,10}-?(?!IU|MG|ML|MCG|KG|CFU|HZ|BPM|MM|CM|PM|AM|U\\b|K\\b|L\\b)[A-Z]{2,5}(?![\\w-])"
                            + "|(?<![\\w-])#?[A-Z]{2,4}-?\\d{3,4}-\\d{2,6}(?![\\w-])|(?<![\\w-])#[A-Z]{0,6}-?\\d{3,10}(?![\\w-])"
                            + "|(?<![\\w-])[A-Z]{2,4}-\\d{3,6}[A-Z]{1,3}(?![\\w-])"),
            new Rule(
                    Kind.NAME,
                    "(?<![\\w.])(?!U\\.S|M\\.D|D\\.O|N\\.P|P\\.A|R\\.N|I\\.V|I\\.M|P\\.O|B\\.I|T\\.I|Q\\.|U\\.K|E\\.U|D\\.C|P\\.R|S\\.C|A\\.M|P\\.M|E\\.R|P\\.S|E\\.G|I\\.E|L\\.A|N\\.Y|G\\.I|H\\.S|N\\.B|V\\.A|E\\.D|O\\.R)[A-Z]\\."
                            + " ?[A-Z]\\.(?![A-Z\\w])"),
            new Rule(
                    Kind.UNIQUE,
                    "(?i)\\b(?:the only"
                            + " (?:person|patient|case|man|woman|child|survivor|physician|doctor)|(?:was|is|were|been|seen|appeared)"
                            + " (?:on|in) (?:tv|television|the (?:local |national"
                            + " )?(?:news|newspapers?|papers?|media))|the (?:former |current |local"
                            + " )?(?:mayor|governor|sheriff|senator|congressman|congresswoman|quarterback|police"
                            + " chief|fire chief|bishop|superintendent)|(?:famous|well-known|prominent)"
                            + " (?:actor|actress|singer|musician|athlete|player|politician|author|person|patient|family|lawyer|journalist|coach|chef)|plays?"
                            + " \\w{2,20} for the|celebrity|(?:professional|olympic) athletes?|(?:made|in) (?:the"
                            + " )?headlines|world record|pro (?:football|basketball|baseball|hockey|soccer)|first"
                            + " (?:person|patient|case|woman|man) in (?:the|our)|small town|local"
                            + " (?:politician|newspaper)|went viral)\\b"));

    private Rules() {}
}
