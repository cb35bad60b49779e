using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Priors;

/// <summary>The table of families.</summary>
internal static class Families
{
    /// <summary>Integer ranges have at most this many values: every one is a type that the solver works through.</summary>
    public const int MaximumIntegers = 10_000;

    private const string AnyAmount = "a finite number";
    private const string PositiveNumber = "positive";

    /// <summary>All families in alphabetical order.</summary>
    public static IReadOnlyList<FamilyDefinition> All { get; } =
    [
        Interval("Arcsine", values => new ArcsinePrior(values[0], values[1])),
        Shapes("Beta", values => new BetaPrior(values[0], values[1])),
        BoundedPareto(),
        Positive("Exponential", ["Rate"], [], values => new ExponentialPrior(values[0])),
        Positive("Gamma", ["Shape", "Scale"], [0], values => new GammaPrior(values[0], values[1])),
        Shapes("Kumaraswamy", values => new KumaraswamyPrior(values[0], values[1])),
        Logistic(),
        Lognormal(),
        Positive("Pareto", ["Shape", "Scale"], [0], values => new ParetoPrior(values[0], values[1])),
        Positive("Power", ["Exponent", "High"], [0], values => new PowerPrior(values[0], values[1])),
        Triangular(),
        Positive("TruncatedExponential", ["Rate", "High"], [], values => new TruncatedExponentialPrior(values[0], values[1])),
        TruncatedNormal(),
        Interval("Uniform", values => new UniformPrior(values[0], values[1])),
        UniformIntegers(),
        Positive("Weibull", ["Shape", "Scale"], [0], values => new WeibullPrior(values[0], values[1])),
    ];

    private static FamilyDefinition Interval(string name, Func<double[], Prior> make)
    {
        var rules = new DomainRules("Low", "High");
        return Define(name, [new("Low", AnyAmount), new("High", "a finite number above Low")], [rules.Amount(0), rules.Amount(1), rules.Above(1, 0)], make);
    }

    private static FamilyDefinition Shapes(string name, Func<double[], Prior> make)
    {
        var rules = new DomainRules("A", "B");
        return Define(name, [new("A", PositiveNumber), new("B", PositiveNumber)], [rules.Shape(0), rules.Shape(1)], make);
    }

    /// <summary>A family of positive numbers, of which some are shapes and the others amounts of money or rates.</summary>
    private static FamilyDefinition Positive(string name, string[] names, int[] shapes, Func<double[], Prior> make)
    {
        var rules = new DomainRules(names);
        return Define(
            name,
            [.. names.Select(parameter => new PriorParameter(parameter, PositiveNumber))],
            [.. names.Select((_, index) => shapes.Contains(index) ? rules.Shape(index) : rules.PositiveAmount(index))],
            make);
    }

    private static FamilyDefinition BoundedPareto()
    {
        var rules = new DomainRules("Shape", "Low", "High");
        return Define(
            "BoundedPareto",
            [new("Shape", PositiveNumber), new("Low", PositiveNumber), new("High", "a finite number above Low")],
            [rules.Shape(0), rules.PositiveAmount(1), rules.PositiveAmount(2), rules.Above(2, 1)],
            values => new BoundedParetoPrior(values[0], values[1], values[2]));
    }

    private static FamilyDefinition Logistic()
    {
        var rules = new DomainRules("Location", "Scale");
        return Define(
            "Logistic",
            [new("Location", AnyAmount), new("Scale", PositiveNumber)],
            [rules.Amount(0), rules.PositiveAmount(1)],
            values => new LogisticPrior(values[0], values[1]));
    }

    private static FamilyDefinition Lognormal()
    {
        // e^(Location + Scale²/2) stays inside the range of doubles, with room for tails.
        var rules = new DomainRules("Location", "Scale");
        return Define(
            "Lognormal",
            [new("Location", "a number from -100 to 100"), new("Scale", "positive, at most 10")],
            [rules.Within(0, -100, 100, "a number from -100 to 100: it is the mean of ln v"), rules.Positive(1, 1e-6, 10, "from 1E-6 to 10: it is the deviation of ln v")],
            values => new LognormalPrior(values[0], values[1]));
    }

    private static FamilyDefinition Triangular()
    {
        var rules = new DomainRules("Low", "Mode", "High");
        return Define(
            "Triangular",
            [new("Low", AnyAmount), new("Mode", "from Low to High"), new("High", "a finite number above Low")],
            [rules.Amount(0), rules.Amount(1), rules.Amount(2), rules.Above(2, 0), rules.Between(1, 0, 2)],
            values => new TriangularPrior(values[0], values[1], values[2]));
    }

    private static FamilyDefinition TruncatedNormal()
    {
        var rules = new DomainRules("Mean", "Deviation", "Low", "High");
        return Define(
            "TruncatedNormal",
            [
                new("Mean", AnyAmount),
                new("Deviation", PositiveNumber),
                new("Low", "a number or -∞", double.NegativeInfinity),
                new("High", "a number or ∞, above Low", double.PositiveInfinity),
            ],
            [rules.Amount(0), rules.PositiveAmount(1), rules.End(2, double.NegativeInfinity), rules.End(3, double.PositiveInfinity), rules.Above(3, 2)],
            values => new TruncatedNormalPrior(values[0], values[1], values[2], values[3]));
    }

    private static FamilyDefinition UniformIntegers()
    {
        var rules = new DomainRules("Low", "High");
        return Define(
            "UniformIntegers",
            [new("Low", "a whole number"), new("High", "a whole number, at least Low; at most 10000 values")],
            [rules.Whole(0), rules.Whole(1), rules.AtLeast(1, 0, MaximumIntegers)],
            values => new UniformIntegersPrior((int)values[0], (int)values[1]));
    }

    private static FamilyDefinition Define(string name, EquatableArray<PriorParameter> parameters, IReadOnlyList<DomainRule> rules, Func<double[], Prior> make) =>
        new(new PriorFamily(name, parameters), rules, make);
}
