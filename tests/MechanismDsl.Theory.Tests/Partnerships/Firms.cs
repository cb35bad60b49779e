using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Partnerships;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using Environment = MechanismDsl.Theory.Problems.Environment;

namespace MechanismDsl.Theory.Tests.Partnerships;

/// <summary>Problems of partners who dissolve their firm.</summary>
internal static class Firms
{
    public static Problem Of(double[] shares, params Prior[] priors) => new()
    {
        Environment = new Environment(EnvironmentName.Partnership, Kernel.SingleParameter, new ServeAtMost(1), Absence.TakesOwnGood, new Ownership.Agents(shares.ToEquatableArray()), new SocialCost.PerServed(0)),
        Population = priors.Length == 1
            ? new Population.Alike(shares.Length, shares.Length, new Agent(null, Side.Buyer, priors[0]))
            : new Population.Named(priors.Select((prior, index) => new Agent("P" + index, Side.Buyer, prior)).ToEquatableArray()),
        Information = Information.IndependentPriors,
        Participation = Participation.Unspecified,
        Objective = Objective.Efficient,
        Payments = new PaymentRule.Dissolution(),
        Ties = TieBreaking.LowestIndex,
        Money = new Money(MoneyKind.Double),
        Claims = [],
    };

    public static SolvedPartnership Solve(double[] shares, params Prior[] priors) => PartnershipSolver.Solve(Of(shares, priors), CancellationToken.None);
}
