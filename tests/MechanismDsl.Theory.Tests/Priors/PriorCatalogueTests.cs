using MechanismDsl.Theory.Data;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Theory.Tests.Priors;

public sealed class PriorCatalogueTests
{
    private const double Inf = double.PositiveInfinity;

    public static TheoryData<string, double[], string> Accepted => new()
    {
        { "Arcsine", [0, 2], "Arcsine(0, 2)" },
        { "Beta", [0.5, 3], "Beta(0.5, 3)" },
        { "BoundedPareto", [0.5, 1, 16], "BoundedPareto(0.5, 1, 16)" },
        { "Exponential", [2], "Exponential(2)" },
        { "Gamma", [2, 3], "Gamma(2, 3)" },
        { "Kumaraswamy", [2, 3], "Kumaraswamy(2, 3)" },
        { "Logistic", [-1, 3], "Logistic(-1, 3)" },
        { "Lognormal", [0, 1], "Lognormal(0, 1)" },
        { "Pareto", [0.5, 1], "Pareto(0.5, 1)" },
        { "Power", [0.1, 12], "Power(0.1, 12)" },
        { "Triangular", [0, 0, 1], "Triangular(0, 0, 1)" },
        { "TruncatedExponential", [1, 2], "TruncatedExponential(1, 2)" },
        { "TruncatedNormal", [5, 2], "TruncatedNormal(5, 2)" },
        { "TruncatedNormal", [5, 2, 0], "TruncatedNormal(5, 2, 0)" },
        { "TruncatedNormal", [5, 2, 0, 9], "TruncatedNormal(5, 2, 0, 9)" },
        { "TruncatedNormal", [5, 2, double.NegativeInfinity, 9], "TruncatedNormal(5, 2, -∞, 9)" },
        { "Uniform", [-1, 12.5], "Uniform(-1, 12.5)" },
        { "UniformIntegers", [1, 9], "UniformIntegers(1, 9)" },
        { "Weibull", [2, 1], "Weibull(2, 1)" },
    };

    [Theory, MemberData(nameof(Accepted))]
    public void MakesThePriorThatTheDeclarationNames(string family, double[] parameters, string description)
    {
        var reading = PriorCatalogue.Create(family, EquatableArray.Create<double>(parameters));

        Assert.Empty(reading.Violations);
        Assert.Equal(description, reading.Prior!.Describe());
    }

    [Fact]
    public void EveryFamilyIsAccepted() =>
        Assert.Equal(PriorCatalogue.All.Select(family => family.Name), Accepted.Select(row => (string)row[0]!).Distinct());

    public static TheoryData<string, double[], string, string[]> Rejected => new()
    {
        { "Uniform", [5, 3], "High = 3 must be above Low = 5", ["Swap Low and High"] },
        { "Uniform", [5, 5], "High = 5 must be above Low = 5", [] },
        { "Arcsine", [0, 1e-300], "High = 1E-300 must be above Low = 0 by at least 1E-15", [] },
        { "Uniform", [1, 1.0000000000000002], "High = 1.0000000000000002 must be above Low = 1 by at least 1E-9 of it", [] },
        { "Uniform", [double.NaN, 3], "Low = NaN must be a number from -1E15 to 1E15", [] },
        { "Uniform", [0, Inf], "High = ∞ must be a number from -1E15 to 1E15", [] },
        { "Arcsine", [2, 1], "High = 1 must be above Low = 2", ["Swap Low and High"] },
        { "Exponential", [0], "Rate = 0 must be positive", ["Set Rate to 1"] },
        { "Exponential", [-2], "Rate = -2 must be positive", ["Set Rate to 2"] },
        { "Exponential", [double.NaN], "Rate = NaN must be positive", [] },
        { "Exponential", [Inf], "Rate = ∞ must be from 1E-15 to 1E15", [] },
        { "Power", [-1, 1], "Exponent = -1 must be positive", ["Set Exponent to 1"] },
        { "Power", [1, 0], "High = 0 must be positive", ["Set High to 1"] },
        { "Beta", [0, 1], "A = 0 must be positive", ["Set A to 1"] },
        { "Beta", [1, 1e9], "B = 1000000000 must be from 0.001 to 1000000", ["Set B to 1000000"] },
        { "Kumaraswamy", [1, -3], "B = -3 must be positive", ["Set B to 3"] },
        { "Gamma", [1e-9, 1], "Shape = 1E-9 must be from 0.001 to 1000000", ["Set Shape to 0.001"] },
        { "Weibull", [2, -1], "Scale = -1 must be positive", ["Set Scale to 1"] },
        { "Pareto", [2, 0], "Scale = 0 must be positive", ["Set Scale to 1"] },
        { "BoundedPareto", [1, 0, 5], "Low = 0 must be positive", ["Set Low to 1"] },
        { "BoundedPareto", [1, 5, 2], "High = 2 must be above Low = 5", ["Swap Low and High"] },
        { "TruncatedExponential", [1, -2], "High = -2 must be positive", ["Set High to 2"] },
        { "Lognormal", [0, 0], "Scale = 0 must be positive", ["Set Scale to 1"] },
        { "Lognormal", [0, 40], "Scale = 40 must be from 1E-6 to 10: it is the deviation of ln v", ["Set Scale to 10"] },
        { "Lognormal", [900, 1], "Location = 900 must be a number from -100 to 100: it is the mean of ln v", ["Set Location to 100"] },
        { "Logistic", [0, -1], "Scale = -1 must be positive", ["Set Scale to 1"] },
        { "Triangular", [0, 2, 1], "Mode = 2 must be from Low = 0 to High = 1", ["Set Mode to 1"] },
        { "Triangular", [1, 0.5, 0], "High = 0 must be above Low = 1", ["Swap Low and High"] },
        { "TruncatedNormal", [0, 0], "Deviation = 0 must be positive", ["Set Deviation to 1"] },
        { "TruncatedNormal", [0, 1, 3, 2], "High = 2 must be above Low = 3", ["Swap Low and High"] },
        { "TruncatedNormal", [0, 1, Inf], "Low = ∞ must be a number from -1E15 to 1E15, or -∞", [] },
        { "TruncatedNormal", [0, 1, double.NaN], "Low = NaN must be a number from -1E15 to 1E15, or -∞", ["Set Low to -∞"] },
        { "UniformIntegers", [1.5, 3], "Low = 1.5 must be a whole number from -2147483647 to 2147483647", ["Set Low to 2"] },
        { "UniformIntegers", [4, 1], "High = 1 must be at least Low = 4", ["Swap Low and High"] },
        { "UniformIntegers", [1, 1e6], "High = 1000000 must be at most 10000, so that there are at most 10000 values", ["Set High to 10000"] },
    };

    [Theory, MemberData(nameof(Rejected))]
    public void NamesTheParameterItsDomainAndRepairs(string family, double[] parameters, string message, string[] repairs)
    {
        var reading = PriorCatalogue.Create(family, EquatableArray.Create<double>(parameters));

        Assert.Null(reading.Prior);
        var violation = Assert.Single(reading.Violations);
        Assert.Equal((ViolationKind.Domain, message), (violation.Kind, violation.Message));
        Assert.Equal(repairs, violation.Repairs.Select(repair => repair.Title));
        Assert.All(violation.Repairs, repair => Assert.NotNull(PriorCatalogue.Create(family, repair.Parameters).Prior));
    }

    [Fact]
    public void SeveralMistakesAreNamedTogether()
    {
        var reading = PriorCatalogue.Create("Gamma", [-1, 0]);

        Assert.Equal(["Shape = -1 must be positive", "Scale = 0 must be positive"], reading.Violations.Select(violation => violation.Message));
    }

    [Theory]
    [InlineData("Uniform", 1, "Uniform must be given 2 numbers, Uniform(Low, High), not 1")]
    [InlineData("Exponential", 0, "Exponential must be given 1 number, Exponential(Rate), not 0")]
    [InlineData("TruncatedNormal", 5, "TruncatedNormal must be given 2 to 4 numbers, TruncatedNormal(Mean, Deviation, [Low], [High]), not 5")]
    public void CountsTheNumbers(string family, int count, string message)
    {
        var violation = Assert.Single(PriorCatalogue.Create(family, Enumerable.Repeat(1.0, count).ToEquatableArray()).Violations);

        Assert.Equal((ViolationKind.Count, message), (violation.Kind, violation.Message));
    }

    [Fact]
    public void AnUnknownFamilyIsAnsweredWithTheKnownOnes()
    {
        var violation = Assert.Single(PriorCatalogue.Create("Normal", [0, 1]).Violations);

        Assert.Equal(ViolationKind.Family, violation.Kind);
        Assert.StartsWith("Normal must be one of Arcsine, Beta, ", violation.Message, StringComparison.Ordinal);
    }

    public static TheoryData<double[], double[], string?, string[]> Histograms => new()
    {
        { [0, 3, 8], [.75, .25], null, [] },
        { [0, 3, 8], [3, 0], null, [] },
        { [0], [], "edges must be given as at least two and at most 10000 numbers", [] },
        { [0, 3, 8], [1], "masses must be given as 2 numbers, one for each interval between neighbouring edges, not 1", [] },
        { [0, 8, 3], [1, 1], "edges[2] = 3 must be above edges[1] = 8", ["Sort the edges"] },
        { [0, 3, 3], [1, 1], "edges[2] = 3 must be above edges[1] = 3", [] },
        { [-1, 3], [1], "edges[0] = -1 must be a number from 0 to 1E15", [] },
        { [0, double.NaN], [1], "edges[1] = NaN must be a number from 0 to 1E15", [] },
        { [0, 1, Inf], [1, 1], "edges[2] = ∞ must be a number from 0 to 1E15", [] },
        { [0, 1, 2], [1, -1], "masses[1] = -1 must be zero, or a number from 1E-15 to 1E15", ["Set masses[1] to 1"] },
        { [0, 1, 2], [1, double.NaN], "masses[1] = NaN must be zero, or a number from 1E-15 to 1E15", [] },
        { [0, 1, 2], [0, 0], "masses = 0 must be positive for at least one interval", [] },
    };

    [Theory, MemberData(nameof(Histograms))]
    public void ChecksHistograms(double[] edges, double[] masses, string? message, string[] repairs) => Check(
        PriorCatalogue.Histogram(EquatableArray.Create<double>(edges), EquatableArray.Create<double>(masses)),
        PriorCatalogue.Histogram,
        message,
        repairs);

    public static TheoryData<double[], double[], string?, string[]> Discretes => new()
    {
        { [1, 2, 5], [3, 2, 1], null, [] },
        { [1, 2], [1], "weights must be given as 2 numbers, one a value, not 1", [] },
        { [], [], "values must be given as at least one and at most 10000 numbers", [] },
        { [2, 1], [3, 4], "values[1] = 1 must be above values[0] = 2", ["Sort the values with their weights"] },
        { [1, 1], [3, 4], "values[1] = 1 must be above values[0] = 1", [] },
        { [-1, 1], [3, 4], "values[0] = -1 must be a number from 0 to 1E15", [] },
        { [1, 2], [3, 0], "weights[1] = 0 must be a number from 1E-15 to 1E15", ["Remove the value 2"] },
        { [1, 2], [-3, 1], "weights[0] = -3 must be a number from 1E-15 to 1E15", ["Set weights[0] to 3"] },
        { [1, 2], [Inf, 1], "weights[0] = ∞ must be a number from 1E-15 to 1E15", [] },
    };

    [Theory, MemberData(nameof(Discretes))]
    public void ChecksDiscretePriors(double[] values, double[] weights, string? message, string[] repairs) => Check(
        PriorCatalogue.Discrete(EquatableArray.Create<double>(values), EquatableArray.Create<double>(weights)),
        PriorCatalogue.Discrete,
        message,
        repairs);

    [Fact]
    public void MixesContinuousWithContinuousAndAtomicWithAtomic()
    {
        var uniform = new UniformPrior(0, 3);
        var integers = new UniformIntegersPrior(1, 2);
        var sample = new EmpiricalPrior(new BidSample("bids.csv", [2, 5], []));

        Assert.Same(uniform, PriorCatalogue.Mixture([uniform], [7]).Prior);
        Assert.Equal(
            "0.75 Uniform(0, 3) + 0.25 Uniform(3, 8)",
            PriorCatalogue.Mixture([uniform, new UniformPrior(3, 8)], [3, 1]).Prior!.Describe());
        Assert.Equal(
            "0.5 UniformIntegers(1, 2) + 0.5 Empirical(bids.csv, 2 values)",
            PriorCatalogue.Mixture([integers, sample], [1, 1]).Prior!.Describe());
        var violation = Assert.Single(PriorCatalogue.Mixture([uniform, integers], [1, 1]).Violations);
        Assert.Equal(ViolationKind.Mixture, violation.Kind);
        Assert.Contains("UniformIntegers(1, 2) has atoms and Uniform(0, 3) a density", violation.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(Inf)]
    public void WeightsOfAMixtureArePositive(double weight)
    {
        var reading = PriorCatalogue.Mixture([new UniformPrior(0, 1), new UniformPrior(0, 2)], [1, weight]);

        Assert.Equal(("Weight", 1, "positive and finite"), (reading.Violations[0].Parameter, reading.Violations[0].Index, reading.Violations[0].Domain));
        Assert.Equal(ViolationKind.Count, PriorCatalogue.Mixture([], []).Violations[0].Kind);
    }

    private static void Check(
        PriorReading reading,
        Func<EquatableArray<double>, EquatableArray<double>, PriorReading> again,
        string? message,
        string[] repairs)
    {
        Assert.Equal(message is null, reading.Prior is not null);
        Assert.Equal(message is null ? [] : [message], reading.Violations.Select(violation => violation.Message));
        Assert.Equal(repairs, reading.Violations.SelectMany(violation => violation.Repairs).Select(repair => repair.Title));
        Assert.All(
            reading.Violations.SelectMany(violation => violation.Repairs),
            repair => Assert.NotNull(again(repair.Parameters, repair.Weights).Prior));
    }
}
