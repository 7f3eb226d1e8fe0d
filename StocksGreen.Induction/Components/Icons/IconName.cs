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
}
