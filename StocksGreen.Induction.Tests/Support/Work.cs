using System.Diagnostics;
using System.Runtime.InteropServices;

namespace StocksGreen.Induction.Tests.Support;

/// <summary>
/// How much work something is: what the processor did for it on this thread, and the memory that it asked for. What else the machine is at does not count, as
/// it would on a clock on the wall.
/// </summary>
/// <param name="Effort">Processor time of the thread; nanoseconds, and on Windows cycles.</param>
/// <param name="Bytes">Memory that it asked for, given back or not.</param>
internal sealed record Work(long Effort, long Bytes)
{
    // Four times the input is four times the work, and sixteen times where it grows with the square.
    private const int Times = 4;
    private const int MostTimes = 10;

    // Below this a measurement is mostly what surrounds it (pages of memory that are touched for the first time), and no one waits for it.
    private const long TooLittleToSay = 15_000_000;

    // One of them may fall together with a collection of others' garbage.
    private const int Attempts = 5;

    private const int LinuxThreadClock = 3;
    private const int MacThreadClock = 16;

    internal static Work Of(Action act)
    {
        var (effort, bytes) = (ThreadEffort(), GC.GetAllocatedBytesForCurrentThread());
        act();
        return new Work(ThreadEffort() - effort, GC.GetAllocatedBytesForCurrentThread() - bytes);
    }

    /// <summary>Asserts that something takes in proportion to its input and not to the square of it.</summary>
    /// <param name="size">Of the smaller input; the other is four times as large.</param>
    /// <param name="prepare">Makes an input of a size and returns what is to be measured.</param>
    internal static void AssertGrowsWithItsInput(int size, Func<int, Action> prepare)
    {
        var (small, large) = (prepare(size), prepare(size * Times));
        small();
        for (var attempt = 1; ; attempt++)
        {
            var (one, many) = (Of(small), Of(large));
            var most = Math.Max(one.Effort, TooLittleToSay) * MostTimes;
            TestContext.Current.TestOutputHelper?.WriteLine($"{size}: {one}; {size * Times}: {many}");
            if (many.Effort < most)
            {
                return;
            }

            Assert.True(attempt < Attempts, $"{Times} times the input took {(double)many.Effort / one.Effort:0.0} times the work: {one}, {many}.");
        }
    }

    /// <summary>Asserts that something takes not much more than what is done every day.</summary>
    /// <param name="times">How much more it may take.</param>
    internal static void AssertNoMoreThan(int times, Action everyDay, Action act)
    {
        everyDay();
        for (var attempt = 1; ; attempt++)
        {
            var (usual, unusual) = (Of(everyDay), Of(act));
            TestContext.Current.TestOutputHelper?.WriteLine($"Every day: {usual}; here: {unusual}");
            if (unusual.Effort < Math.Max(usual.Effort, TooLittleToSay) * times)
            {
                return;
            }

            Assert.True(attempt < Attempts, $"It took {(double)unusual.Effort / usual.Effort:0.0} times the work of every day: {usual}, {unusual}.");
        }
    }

    private static long ThreadEffort()
    {
        if (OperatingSystem.IsWindows())
        {
            Trace.Assert(QueryThreadCycleTime(GetCurrentThread(), out var cycles));
            return (long)cycles;
        }

        Trace.Assert(ClockGetTime(OperatingSystem.IsMacOS() ? MacThreadClock : LinuxThreadClock, out var time) == 0);
        return (time.Seconds * 1_000_000_000L) + time.Nanoseconds;
    }

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ClockGetTime(int clock, out TimeSpec time);

    [DllImport("kernel32")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool QueryThreadCycleTime(nint thread, out ulong cycles);

    [DllImport("kernel32")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern nint GetCurrentThread();

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct TimeSpec
    {
        internal readonly nint Seconds;
        internal readonly nint Nanoseconds;
    }
}
