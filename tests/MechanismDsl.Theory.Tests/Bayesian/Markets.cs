using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using Environment = MechanismDsl.Theory.Problems.Environment;

namespace MechanismDsl.Theory.Tests.Bayesian;

/// <summary>Short ways to write trades, exchanges and public projects with priors.</summary>
internal static class Markets
{
    public static Problem Trade(Prior seller, Prior buyer, Objective objective = Objective.Efficient) => new()
    {
        Environment = new Environment(EnvironmentName.BilateralTrade, Kernel.SingleParameter, new UnitTrades(), Absence.TakesOwnGood, new Ownership.EachSeller(), new SocialCost.PerServed(0)),
        Population = new Population.Named([new Agent("Seller", Side.Supplier, seller), new Agent("Buyer", Side.Buyer, buyer)]),
        Information = Information.IndependentPriors,
        Participation = Participation.Interim,
        Objective = objective,
        Payments = new PaymentRule.Threshold(),
        Ties = TieBreaking.LowestIndex,
        Money = new Money(MoneyKind.Double),
        Claims = [],
    };

    public static Problem Exchange(IEnumerable<Prior> sellers, IEnumerable<Prior> buyers, Objective objective = Objective.Efficient)
    {
        var trade = Trade(new UniformPrior(0, 1), new UniformPrior(0, 1), objective);
        return trade with
        {
            Environment = trade.Environment with { Name = EnvironmentName.DoubleAuction },
            Population = new Population.Named(
            [
                .. sellers.Select((prior, index) => new Agent($"Seller{index}", Side.Supplier, prior)),
                .. buyers.Select((prior, index) => new Agent($"Buyer{index}", Side.Buyer, prior)),
            ]),
        };
    }

    public static Problem Project(double cost, Objective objective, params IEnumerable<Prior> priors) => new()
    {
        Environment = new Environment(EnvironmentName.PublicProject, Kernel.SingleParameter, new Alternatives(["NotBuilt", "Built"]), Absence.NoSay, new Ownership.Platform(), new SocialCost.PerOutcome([0, cost])),
        Population = new Population.Named(priors.Select((prior, index) => new Agent($"Agent{index}", Side.Buyer, prior)).ToEquatableArray()),
        Information = Information.IndependentPriors,
        Participation = Participation.Interim,
        Objective = objective,
        Payments = new PaymentRule.Threshold(),
        Ties = TieBreaking.LowestIndex,
        Money = new Money(MoneyKind.Double),
        Claims = [],
        Choice = new OutcomeChoice { Form = ValueForm.OfLast, Low = 0, High = 1e15 },
    };
}
