using MechanismDsl.Kernels;

namespace MechanismDsl.Benchmarks;

/// <summary>The pivotal mechanism over explicit alternatives, with all payments, against one read of the values.</summary>
internal static class AlternativesSection
{
    public static IEnumerable<Comparison> Comparisons()
    {
        yield return OfRandomValues(100, 1.7);
        yield return OfRandomValues(1000, 1.2);
        yield return OfManyRivals(1000, 2.2);
    }

    private static Comparison OfRandomValues(int size, double target) =>
        Compare($"pivotal mechanism, {size} agents x {size}", new Draws(50_000 + (ulong)size).Uniforms(size * size, 100), size, target);

    /// <summary>The worst case: one agent has so much at stake that it could turn the choice to any alternative, so that every row is read twice.</summary>
    private static Comparison OfManyRivals(int size, double target)
    {
        var values = new Draws(51_000).Uniforms(size * size, 100);
        for (var agent = 0; agent < 2; agent++)
        {
            for (var alternative = 0; alternative < size; alternative++)
            {
                values[(agent * size) + alternative] = (agent == 0) == (alternative % 2 == 0) ? 1e6 : 0;
            }
        }

        return Compare($"pivotal mechanism, {size} x {size}, worst case", values, size, target);
    }

    private static Comparison Compare(string title, double[] values, int size, double target)
    {
        var payments = new double[size];
        return new(
            title,
            1,
            new("bare read", () => BareRead.Sum(values)),
            new Variant("Pivotal.Run", () => Pivotal.Run(values, size, payments) + payments[0], target));
    }
}
