using System.Globalization;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Theory.Tests.Priors;

/// <summary>Every family against Reference/priors.csv: 32 digits by mpmath at exact doubles, tails of 10⁻¹² included (Reference/priors.py).</summary>
public sealed class PriorReferenceTests
{
    /// <summary>Relative error of tails, densities, hazards and means.</summary>
    private const double Tolerance = 1e-12;

    /// <summary>Hazards have forms without special functions of size: they keep more digits, and with them the virtual value.</summary>
    private const double HazardTolerance = 1e-13;

    private static readonly Dictionary<string, ContinuousPrior> Tables = new()
    {
        ["Histogram"] = new HistogramPrior([0, 3, 8], [3, 1]),
        ["Gap"] = new HistogramPrior([0, 1, 2, 4], [.25, 0, .75]),
        ["Lognormals"] = new MixturePrior([new LognormalPrior(0, 1), new LognormalPrior(2, .25)], [1, 2]),
        ["Uniforms"] = new MixturePrior([new UniformPrior(0, 4), new UniformPrior(2, 8)], [3, 1]),
        ["Bounded"] = new MixturePrior([new GammaPrior(2, 3), new TruncatedNormalPrior(5, 2, 0, 9), new BetaPrior(2, 2)], [1, 1, 2]),
    };

    private static readonly ILookup<string, string[]> Rows = File
        .ReadLines(Path.Combine(AppContext.BaseDirectory, "Priors", "Reference", "priors.csv"))
        .Where(line => !line.StartsWith('#'))
        .Select(line => line.Split(','))
        .ToLookup(cells => $"{cells[0]}({cells[1]})");

    public static TheoryData<string> Names => [.. Rows.Select(row => row.Key)];

    [Theory, MemberData(nameof(Names))]
    public void AgreesWithTheReference(string name)
    {
        var errors = new List<string>();
        var points = 0;
        foreach (var cells in Rows[name])
        {
            var prior = Prior(cells[0], cells[1]);
            if (cells[2] == "mean")
            {
                Compare("mean", prior.Mean, cells[4], Tolerance);
            }
            else if (cells[2] == "point")
            {
                points++;
                var value = Number(cells[3]);
                Compare($"F({cells[3]})", prior.Cdf(value), cells[4], Tolerance);
                Compare($"1 − F({cells[3]})", prior.Survival(value), cells[5], Tolerance);
                Compare($"f({cells[3]})", prior.Density(value), cells[6], Tolerance);
                Compare($"(1 − F)/f ({cells[3]})", prior.InverseHazard(value), cells[7], HazardTolerance);
                Compare($"F/f ({cells[3]})", prior.InverseReverseHazard(value), cells[8], HazardTolerance);
                var hazard = Number(cells[7]);
                var virtualValue = prior.VirtualValue(value);
                if (Math.Abs(virtualValue - (value - hazard)) > HazardTolerance * (Math.Abs(value) + hazard))
                {
                    errors.Add($"ψ({cells[3]}) = {virtualValue:R}");
                }
            }
            else
            {
                var mass = Number(cells[3]);
                var quantile = cells[2] == "lower" ? prior.Quantile(mass) : prior.UpperQuantile(mass);
                Compare($"{cells[2]} quantile {cells[3]}", quantile, cells[4], Tolerance);
            }
        }

        Assert.True(points >= 8, $"{name}: only {points} points");
        Assert.True(errors.Count == 0, $"{name}: {errors.Count} wrong\n{string.Join("\n", errors)}");

        void Compare(string what, double actual, string expected, double tolerance)
        {
            var number = Number(expected);
            var error = actual == number ? 0 : Math.Abs(actual - number) / Math.Max(Math.Abs(number), double.Epsilon);
            if (!(error <= tolerance))
            {
                errors.Add($"{what}: {actual:R} instead of {expected}, relative error {error:0.0e0}");
            }
        }
    }

    private static ContinuousPrior Prior(string family, string parameters) => Tables.TryGetValue(family, out var table)
        ? table
        : (ContinuousPrior)PriorCatalogue.Create(
            family,
            parameters.Split(' ').Select(text => text switch { "inf" => double.PositiveInfinity, "-inf" => double.NegativeInfinity, _ => Number(text) }).ToEquatableArray()).Prior!;

    private static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
