using Fractions;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.LinearPrograms;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Tests.Finite;

/// <summary>Designs and their optima, for the tests of several families.</summary>
internal static class Programs
{
    public static readonly Guarantee[] Bayesian = [Guarantee.BayesianIncentiveCompatible, Guarantee.InterimIndividuallyRational];

    public static readonly Guarantee[] Dominant = [Guarantee.DominantStrategyIncentiveCompatible, Guarantee.ExPostIndividuallyRational];

    /// <summary>The greatest expected revenue under guarantees; the table that the optimum is read as is checked by the definitions of the guarantees.</summary>
    public static Fraction MostRevenue(FiniteDesign design, JointDistribution prior, params Guarantee[] guarantees) =>
        Best(design, prior, guarantees, program => program.ExpectedRevenue().Form, mechanism => mechanism.Revenue(prior));

    /// <summary>The greatest expected welfare under guarantees.</summary>
    public static Fraction MostWelfare(FiniteDesign design, JointDistribution prior, params Guarantee[] guarantees) =>
        Best(design, prior, guarantees, program => program.ExpectedWelfare().Form, mechanism => mechanism.Welfare(prior));

    /// <summary>A design with given values for every agent, type and outcome.</summary>
    public static FiniteDesign Design(Fraction[][][] values, Fraction[] costs, Fraction[][]? outside = null) => new(
        values.Select(rows => rows.Select(row => row.ToEquatableArray()).ToEquatableArray()).ToEquatableArray(),
        costs.ToEquatableArray(),
        outside?.Select(row => row.ToEquatableArray()).ToEquatableArray());

    /// <summary>A single item for agents with these values.</summary>
    public static FiniteDesign SingleItem(params Fraction[][] values) =>
        FiniteDesign.SingleItem(values.Select(row => row.ToEquatableArray()).ToEquatableArray(), Fraction.Zero);

    private static Fraction Best(FiniteDesign design, JointDistribution prior, Guarantee[] guarantees, Func<MechanismProgram, LinearForm> objective, Func<FiniteMechanism, Fraction> value)
    {
        var program = new MechanismProgram(design, prior, guarantees);
        program.Program.Maximise(objective(program));
        var optimal = Assert.IsType<LinearAnswer.Optimal>(program.Program.Solve(default));
        var mechanism = program.Read(optimal.Primal);
        Assert.Equal(optimal.Value, value(mechanism));
        Assert.All(guarantees, guarantee => Assert.Null(FiniteGuarantees.Witness(mechanism, prior, guarantee)));
        return optimal.Value;
    }
}
