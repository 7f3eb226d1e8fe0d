namespace StocksGreen.Induction.Domain.Permissions;

/// <summary>Kinds of people who may ask for an address, each with what they have and nothing else.</summary>
[Flags]
public enum Viewers
{
    None = 0,

    /// <summary>Anyone who is not signed in; so are leavers and those whose session has ended.</summary>
    Nobody = 1,

    Staff = 2,

    Office = 4,

    Headteacher = 8,

    /// <summary>The Designated Safeguarding Lead who is no headteacher.</summary>
    Lead = 16,

    Governor = 32,

    NamedGovernor = 64,

    /// <summary>Someone at the school's own device.</summary>
    SharedDevice = 128,

    /// <summary>Someone who came in by a link or code of someone else.</summary>
    GivenWayIn = 256,

    /// <summary>Everyone in a session that only they could have opened.</summary>
    OwnSession = Staff | Office | Headteacher | Lead | Governor | NamedGovernor,

    SignedIn = OwnSession | SharedDevice | GivenWayIn,

    Anyone = Nobody | SignedIn,

    OfficeAndHeadteacher = Office | Headteacher,
}
