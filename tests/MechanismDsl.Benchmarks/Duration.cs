using System.Diagnostics;

namespace MechanismDsl.Benchmarks;

/// <summary>A time that somebody waits for, with no reference to compare it with.</summary>
/// <param name="Title">What was done.</param>
/// <param name="Name">Which part of it.</param>
/// <param name="Time">How long it took.</param>
/// <param name="Target">The longest allowed time in nanoseconds; null if it is only shown.</param>
internal readonly record struct Duration(string Title, string Name, Spent Time, double? Target = null);

/// <summary>A time by two clocks, in nanoseconds.</summary>
/// <param name="Wall">From the beginning to the end: on a machine that others use, also their time.</param>
/// <param name="Processor">What the processors worked for this process, all threads together.</param>
internal readonly record struct Spent(double Wall, double Processor)
{
    /// <summary>What it takes at most on a machine that nobody else uses: the smaller of the two.</summary>
    public double AtMost => Math.Min(Wall, Processor);

    /// <summary>The time that some work takes.</summary>
    public static Spent On(Action work)
    {
        var processor = Environment.CpuUsage.TotalTime;
        var start = Stopwatch.GetTimestamp();
        work();
        var wall = Stopwatch.GetElapsedTime(start);
        return new(wall.TotalNanoseconds, (Environment.CpuUsage.TotalTime - processor).TotalNanoseconds);
    }

    public static Spent operator +(Spent left, Spent right) => new(left.Wall + right.Wall, left.Processor + right.Processor);

    public static Spent operator -(Spent left, Spent right) => new(left.Wall - right.Wall, left.Processor - right.Processor);
}
