using System.Diagnostics;

namespace MechanismDsl.Benchmarks;

/// <summary>One way to do the work of a comparison. Every variant of a comparison does the same work in one call of <see cref="Body"/>.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Body">The work; what it computes is stored or returned, so that nothing can be left out.</param>
/// <param name="Target">The largest allowed ratio to the reference; null for a peer that is only shown.</param>
internal sealed record Variant(string Name, Func<double> Body, double? Target = null);

/// <summary>A reference and the variants that are measured against it.</summary>
/// <param name="Title">What is compared.</param>
/// <param name="Units">How often one call of a body does the thing the title names (for times per unit).</param>
/// <param name="Reference">The denominator of all ratios.</param>
/// <param name="Variants">The numerators.</param>
internal sealed record Comparison(string Title, int Units, Variant Reference, params Variant[] Variants)
{
    /// <summary>How often every variant is timed; fewer where one call takes long.</summary>
    public int Rounds { get; init; } = 101;
}

/// <summary>A measured ratio.</summary>
internal readonly record struct Measurement(string Title, Variant Variant, double Ratio, double Nanoseconds);

/// <summary>
/// Interleaved measurement: each round runs every variant once, and a ratio is the median over rounds of t(variant) / t(reference) in the
/// same round, so that a machine that is slow for a while is slow for both.
/// </summary>
internal static class Harness
{
    /// <summary>How long one timed call should take at least: long against the clock's resolution, short against a disturbance.</summary>
    private const double CallSeconds = 0.5e-3;

    public static double Sink { get; private set; }

    public static List<Measurement> Measure(Comparison comparison)
    {
        Variant[] all = [comparison.Reference, .. comparison.Variants];
        // Several short runs with pauses: the runtime compiles hot methods again in the background, and only while nothing new is compiled.
        for (var phase = 0; phase < 10; phase++)
        {
            foreach (var variant in all)
            {
                WarmUp(variant.Body);
            }

            Thread.Sleep(100);
        }

        var repeats = all.Select(variant => Math.Max(1, (int)(CallSeconds / Time(variant.Body, 1)))).ToArray();
        var seconds = all.Select(_ => new double[comparison.Rounds]).ToArray();
        for (var round = 0; round < comparison.Rounds; round++)
        {
            for (var position = 0; position < all.Length; position++)
            {
                // Alternate direction, so that no variant always follows the same one.
                var index = round % 2 == 0 ? position : all.Length - 1 - position;
                seconds[index][round] = Time(all[index].Body, repeats[index]) / repeats[index];
            }
        }

        var results = new List<Measurement>();
        for (var index = 0; index < all.Length; index++)
        {
            var ratio = Median(seconds[index].Zip(seconds[0], (own, reference) => own / reference));
            results.Add(new(comparison.Title, all[index], ratio, Median(seconds[index]) / comparison.Units * 1e9));
        }

        return results;
    }

    private static void WarmUp(Func<double> body)
    {
        var clock = Stopwatch.StartNew();
        for (var call = 0; call < 40 && clock.Elapsed.TotalSeconds < 0.2; call++)
        {
            Sink += body();
        }
    }

    private static double Time(Func<double> body, int repeats)
    {
        var start = Stopwatch.GetTimestamp();
        for (var repeat = 0; repeat < repeats; repeat++)
        {
            Sink += body();
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
