namespace StocksGreen.Induction.Components.Icons;

/// <summary>The drawings we have, by what they stand for on screen.</summary>
public enum IconName
{
    /// <summary>Signed, confirmed, done.</summary>
    Check,

    /// <summary>Due, or due soon.</summary>
    Clock,

    /// <summary>Overdue, or something to put right.</summary>
    Alert,

    /// <summary>Paused while the person is away.</summary>
    Pause,

    /// <summary>Exempt: does not have to sign.</summary>
    MinusCircle,

    /// <summary>Leads to a file.</summary>
    Download,

    /// <summary>Back.</summary>
    ArrowLeft,

    /// <summary>Onwards.</summary>
    ArrowRight,

    /// <summary>Reading a policy.</summary>
    Book,

    /// <summary>Signing.</summary>
    Pen,

    /// <summary>Staff.</summary>
    People,

    /// <summary>Reports for the headteacher and governors.</summary>
    Report,

    /// <summary>Finding.</summary>
    Search,

    /// <summary>Leaving the application.</summary>
    SignOut,

    /// <summary>Something to know, nothing to do.</summary>
    Info,

    /// <summary>Signing in.</summary>
    Key,

    /// <summary>First page.</summary>
    Home,

    /// <summary>Opens a menu.</summary>
    Menu,

    /// <summary>Safeguarding.</summary>
    Shield,

    /// <summary>Leads to paper.</summary>
    Print,

    /// <summary>A message.</summary>
    Mail,

    /// <summary>Notifications.</summary>
    Bell,

    /// <summary>Something new.</summary>
    Plus,

    /// <summary>One person.</summary>
    Person,

    /// <summary>A question of a reader.</summary>
    Question,

    /// <summary>A declaration.</summary>
    Flag,

    /// <summary>New starters.</summary>
    Sprout,

    /// <summary>Terms and days.</summary>
    Calendar,

    /// <summary>Packs.</summary>
    Layers,

    /// <summary>The school's own device.</summary>
    Device,

    /// <summary>Visitors.</summary>
    Badge,

    /// <summary>Makes the menu narrow or wide.</summary>
    Fold,
}
