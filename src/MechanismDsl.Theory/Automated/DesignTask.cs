using Fractions;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.LinearPrograms;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Automated;

/// <summary>The best of all mechanisms of a finite design that have given guarantees.</summary>
/// <param name="Design">What is decided.</param>
/// <param name="Prior">The distribution of the types.</param>
/// <param name="Guarantees">What the mechanism has to promise.</param>
/// <param name="Optimum">What is maximised.</param>
public sealed record DesignTask(FiniteDesign Design, JointDistribution Prior, EquatableArray<Guarantee> Guarantees, Optimum Optimum)
{
    /// <summary>Renamings that may leave everything as it is; those that do not are left out of account.</summary>
    public EquatableArray<DesignSymmetry> Symmetries { get; init; } = [];

    /// <summary>For each profile the outcome, where only payments are sought; null where the program decides.</summary>
    public EquatableArray<int>? Decision { get; init; }

    /// <summary>The lotteries of a given decision: each outcome for certain. Null where the program decides.</summary>
    internal EquatableArray<EquatableArray<Fraction>>? Lotteries => Decision is { } decision
        ? decision.Select(chosen => Enumerable.Range(0, Design.Outcomes).Select(outcome => outcome == chosen ? Fraction.One : Fraction.Zero).ToEquatableArray()).ToEquatableArray()
        : null;

    /// <summary>The program of its mechanisms.</summary>
    internal MechanismProgram Program(EquatableArray<EquatableArray<Fraction>>? allocation = null) => new(Design, Prior, Guarantees, allocation);

    /// <summary>What the goal is at a mechanism.</summary>
    internal Fraction ValueOf(FiniteMechanism mechanism) => Optimum.Goal switch
    {
        OptimumGoal.Revenue => mechanism.Revenue(Prior),
        OptimumGoal.Welfare => mechanism.Welfare(Prior),
        _ => (mechanism.Expected(Prior, Optimum.Worth) + (Optimum.PaymentWeight * mechanism.ExpectedPayments(Prior))).Reduce(),
    };

    /// <summary>Whether renaming leaves a goal of the author's own as it is.</summary>
    internal bool IsKeptBy(DesignSymmetry symmetry) => Optimum.Goal != OptimumGoal.Own || Enumerable.Range(0, Design.Types.Profiles).All(profile =>
    {
        var renamed = symmetry.Profile(Design.Types, profile);
        return Enumerable.Range(0, Design.Outcomes).All(outcome => Optimum.Worth[profile][outcome] == Optimum.Worth[renamed][symmetry.Outcomes[outcome]]);
    });

    /// <summary>What is maximised, and among the maxima what then.</summary>
    internal (LinearForm First, LinearForm Second) Goals(MechanismProgram program)
    {
        var (revenue, welfare) = (program.ExpectedRevenue().Form, program.ExpectedWelfare().Form);
        if (Optimum.Goal == OptimumGoal.Own)
        {
            return (program.ExpectedWorth(Optimum.Worth).Form.Add(program.ExpectedPayments(), Optimum.PaymentWeight), Optimum.PaymentWeight.IsZero ? revenue : welfare);
        }

        return Optimum.Goal == OptimumGoal.Revenue ? (revenue, welfare) : (welfare, revenue);
    }
}
