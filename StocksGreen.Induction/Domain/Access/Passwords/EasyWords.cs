using System.Collections.Frozen;

namespace StocksGreen.Induction.Domain.Access.Passwords;

/// <summary>What people build weak passwords of, written down for a British primary school: words, first names, clubs, months, phrases, rows of keys.</summary>
internal static class EasyWords
{
    /// <summary>Lower case, letters alone.</summary>
    internal static readonly FrozenSet<string> Words = (
        // What a password is called, and what a program is set up with.
        "password passwort passcode passphrase pass pwd secret login logon signin account access admin administrator root user username guest default "
        + "temp temporary test testing tester demo example sample change changeme changeit update welcome hello letmein opensesame open enter master system "
        + "server computer laptop windows microsoft office outlook google gmail chrome apple iphone ipad samsung android internet wifi network email mail "
        + "facebook instagram whatsapp twitter youtube tiktok netflix amazon zoom teams "
        // What people like.
        + "love iloveyou loveyou lovely loveme baby babygirl angel princess prince queen king sunshine rainbow flower butterfly unicorn monkey dragon tiger "
        + "lion eagle falcon panda puppy kitten kitty bunny horse dolphin rabbit cookie cheese banana orange chocolate coffee whisky pepper ginger sugar honey "
        + "summer winter spring autumn christmas easter halloween birthday holiday weekend party happy smile lucky magic freedom forever family mummy daddy "
        + "mother father sister brother friend friends money diamond silver golden purple yellow black white green blue pink "
        + "football rugby cricket tennis golf hockey baseball basketball netball soccer superman batman spiderman ironman starwars skywalker pokemon pikachu "
        + "minecraft fortnite roblox harrypotter hogwarts gandalf hobbit frozen disney mickey minnie matrix ninja pirate wizard shadow hunter killer ranger "
        + "phoenix mustang ferrari porsche jaguar mercedes yamaha harley thunder storm blaster trustno whatever nothing something anything "
        // Clubs and places.
        + "arsenal chelsea liverpool everton tottenham spurs manchester mancity manunited united city villa newcastle westham leeds leicester rangers celtic "
        + "london england britain british scotland wales ireland kent tonbridge sevenoaks maidstone "
        // A school.
        + "school schools primary infant infants junior juniors academy nursery reception teacher teachers teaching teach pupil pupils student students class "
        + "classroom children headteacher head deputy governor governors safeguarding induction policy policies staff assistant lunchtime playground homework "
        + "english maths science history lesson lessons learn education ofsted "
        // Days and months.
        + "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december today "
        // First names that are met most.
        + "amelia olivia isla emily ava lily sophie sophia grace ella freya charlotte jessica daisy alice chloe lucy hannah emma sarah laura rachel rebecca "
        + "samantha nicola nicole michelle ashley jennifer karen susan julie helen claire jane anna anne maria mary elizabeth victoria katie kate amy zoe "
        + "oliver george harry noah jack leo arthur oscar charlie jacob thomas henry william james joshua daniel david john michael robert richard peter paul "
        + "mark andrew stephen steven matthew christopher chris anthony alex alexander ben benjamin samuel jordan robin martin simon kevin brian ryan "
        + "liam adam "
        + "muhammad mohammed ali hassan ahmed "
        // What stands round them.
        + "the and you your my mine this that with for isthis iam mynameis thisis thisismy"
    ).Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Passphrases that every guesser knows, without spaces.</summary>
    internal static readonly FrozenSet<string> Phrases = new[]
    {
        "correcthorsebatterystaple",
        "maytheforcebewithyou",
        "onceuponatime",
        "tobeornottobe",
        "toinfinityandbeyond",
        "youshallnotpass",
        "keepcalmandcarryon",
        "godsavetheking",
        "godsavethequeen",
        "thequickbrownfox",
        "jumpsoverthelazydog",
        "livelaughlove",
        "abrakadabra",
        "abracadabra",
        "supercalifragilistic",
        "manchesterunited",
        "happybirthday",
        "merrychristmas",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Keys that lie next to each other, forwards; British and American.</summary>
    internal static readonly string[] Rows =
    [
        "`1234567890-=",
        "¬!\"£$%^&*()_+",
        "~!@#$%^&*()_+",
        "qwertyuiop[]",
        "asdfghjkl;'#",
        "\\zxcvbnm,./",
        "abcdefghijklmnopqrstuvwxyz",
        "01234567890",
        "qazwsxedcrfvtgbyhnujmikolp",
        "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
        "147258369",
        "741852963",
        "qweasdzxc",
    ];
}
