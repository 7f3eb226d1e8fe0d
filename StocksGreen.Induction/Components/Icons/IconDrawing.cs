namespace StocksGreen.Induction.Components.Icons;

/// <summary>Our own strokes on a square of 24 units, drawn 1.75 wide with round ends.</summary>
internal static class IconDrawing
{
    /// <returns>The value of an SVG path's <c>d</c>.</returns>
    public static string PathOf(IconName name) =>
        name switch
        {
            IconName.Check => "M5 12.5l4.5 4.5L19 7.5",
            IconName.Clock => "M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 0 0 0-17zM12 7.5V12l3 2.25",
            IconName.Alert => "M12 4.25L20.75 19.5H3.25zM12 10v4.25M12 16.9v.1",
            IconName.Pause => "M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 0 0 0-17zM10 9v6M14 9v6",
            IconName.MinusCircle => "M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 0 0 0-17zM8.25 12h7.5",
            IconName.Download => "M12 4v11.5M7.25 11L12 15.75L16.75 11M5 20h14",
            IconName.ArrowLeft => "M19.5 12h-15M10.5 6l-6 6l6 6",
            IconName.ArrowRight => "M4.5 12h15M13.5 6l6 6l-6 6",
            IconName.Book => "M12 6.5C10 5 7 4.5 3.75 4.5V18c3.25 0 6.25.5 8.25 2c2-1.5 5-2 8.25-2V4.5C17 4.5 14 5 12 6.5zM12 6.5V20",
            IconName.Pen => "M4 20l1-4.5L16.25 4.25l3.5 3.5L8.5 19zM13.75 6.75l3.5 3.5",
            IconName.People =>
                "M9 5a3.25 3.25 0 1 0 0 6.5A3.25 3.25 0 0 0 9 5zM3 19.5c.4-3.4 2.8-5.25 6-5.25s5.6 1.85 6 5.25M15.25 5.2a3.25 3.25 0 0 1 0 6.1M17.25 "
                    + "14.6c2.2.7 3.5 2.4 3.75 4.9",
            IconName.Report => "M6 3.5h8l4.25 4.25V20.5H6zM14 3.5v4.25h4.25M9.25 17v-3M12.1 17v-5.5M15 17v-1.75",
            IconName.Search => "M10.5 4.5a6 6 0 1 0 0 12a6 6 0 0 0 0-12zM15 15l5 5",
            IconName.SignOut => "M10.5 4.5H5v15h5.5M15 8l4 4l-4 4M19 12H9.5",
            IconName.Info => "M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 0 0 0-17zM12 11v5.25M12 7.9v.1",
            IconName.Key => "M7.75 12.25a4 4 0 1 0 0 8a4 4 0 0 0 0-8zM10.6 13.4L20 4M15.75 8.25l3 3",
            IconName.Home => "M3.75 11.25L12 4l8.25 7.25M6 9.5V20h12V9.5M10 20v-5.5h4V20",
            IconName.Menu => "M4 7h16M4 12h16M4 17h16",
            IconName.Shield => "M12 3.5l7 2.5v5.5c0 4.4-2.9 7.4-7 9c-4.1-1.6-7-4.6-7-9V6zM9 11.75l2.25 2.25L15.25 10",
            IconName.Print => "M7 8.5V4h10v4.5M7 17H4V8.5h16V17h-3M7 14h10v6.25H7z",
            IconName.Mail => "M3.5 5.75h17v12.5h-17zM3.75 6.25L12 12.75l8.25-6.5",
            IconName.Bell => "M6.5 16.5V11a5.5 5.5 0 0 1 11 0v5.5l1.75 1.5H4.75zM10 20.25a2.1 2.1 0 0 0 4 0",
            IconName.Plus => "M12 5v14M5 12h14",
            IconName.Person => "M12 4.25a3.75 3.75 0 1 0 0 7.5a3.75 3.75 0 0 0 0-7.5zM4.75 20c.5-3.9 3.3-6 7.25-6s6.75 2.1 7.25 6",
            IconName.Question => "M4 5h16v11.5h-8.5L7 20v-3.5H4zM9.9 9.1a2.15 2.15 0 1 1 2.9 2c-.55.25-.8.6-.8 1.15M12 14.4v.1",
            IconName.Flag => "M6 21V4M6 4.75h11.5L15 9l2.5 4.25H6",
            IconName.Sprout =>
                "M12 20.5v-8.25M12 14c0-4-2.6-6.25-7.5-6.25C4.5 11.75 7 14 12 14zM12 11.5c0-4.25 2.6-6.75 7.5-6.75c0 4.5-2.5 6.75-7.5 6.75M8.5 20.5h7",
            IconName.Calendar => "M4.5 6h15v14h-15zM4.5 10.25h15M8.5 3.5v4M15.5 3.5v4",
            IconName.Layers => "M12 4l8.5 4.5L12 13L3.5 8.5zM4 12.5l8 4.25l8-4.25M4 16.25l8 4.25l8-4.25",
            IconName.Device => "M4 5h16v11.5H4zM9 20h6M12 16.5V20",
            IconName.Badge =>
                "M6 6.5h12V20.5H6zM10 6.5V4h4v2.5M12 10.25a1.75 1.75 0 1 0 0 3.5a1.75 1.75 0 0 0 0-3.5zM8.75 17.5c.5-1.4 1.7-2.1 3.25-2.1s2.75.7 3.25 2.1",
            IconName.Fold => "M4.5 5h15v14h-15zM9.5 5v14M15.75 9.5L13.25 12l2.5 2.5",
        };
}
