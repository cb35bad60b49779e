using Fractions;
using MechanismDsl.Theory.Automated;
using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Exchange;
using MechanismDsl.Theory.MultiParameter;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.Provision;
using MechanismDsl.Theory.SingleParameter;

namespace MechanismDsl.Theory.Equivalence;

/// <summary>The families whose mechanisms can be run by their definition on one number an agent.</summary>
internal static class Courts
{
    /// <summary>How a solution decides; null where agents report more than one number, or where a run takes more than reports.</summary>
    /// <param name="solution">The solution.</param>
    /// <param name="agents">The agents, one by one.</param>
    public static Court? Of(Solution solution, EquatableArray<Agent> agents) => solution switch
    {
        SolvedAuction auction => OfAuction(auction, agents),
        SolvedChoice choice => OfChoice(choice, agents),
        SolvedOptimum optimum => OfOptimum(optimum, agents),
        SolvedExchange exchange => OfExchange(exchange, agents),
        SolvedMarket market => OfMarket(market, agents),
        SolvedProvision provision => OfProvision(provision, agents),
        _ => null,
    };

    private static EquatableArray<string> Names(EquatableArray<Agent> agents) =>
        agents.Select((agent, index) => agent.Name ?? FormattableString.Invariant($"agent {index}")).ToEquatableArray();

    private static Court? OfAuction(SolvedAuction auction, EquatableArray<Agent> agents)
    {
        if (auction.Problem.Strategy is not null || agents.Any(agent => agent.Reserve is { Amount: null }))
        {
            return null;
        }

        var interpreter = new AuctionInterpreter(auction);
        return new Court(agents, Names(agents), AreOutcomes: false, IsExact: false, agents.Count * agents.Count, reports =>
        {
            var outcome = interpreter.Run(reports);
            return new Ruling(outcome.Chances.Select(Share).ToEquatableArray(), outcome.Payments.Select(Rationals.FromDecimal).ToEquatableArray());
        });
    }

    /// <summary>A chance of a lottery among equals, which is one divided by their number.</summary>
    private static Fraction Share(double chance) => chance == 0 ? Fraction.Zero : new Fraction(1, (int)Math.Round(1 / chance));

    private static Court? OfChoice(SolvedChoice choice, EquatableArray<Agent> agents)
    {
        var form = choice.Problem.Choice!.Form;
        if (form == ValueForm.Reported || (form == ValueForm.OfType && choice.Problem.Choice.Tables.Any(table => table.Types.Count == 0))
            || (DerivedPayments.Applies(choice.Problem.Payments) && choice.Derived is null))
        {
            return null;
        }

        var interpreter = new ChoiceInterpreter(choice.Problem, choice.Derived);
        var outcomes = interpreter.Outcomes.Count;
        return new Court(agents, interpreter.Outcomes, AreOutcomes: true, IsExact: true, (long)agents.Count * agents.Count * outcomes, reports =>
        {
            var outcome = interpreter.Run(reports);
            return new Ruling(Chosen(outcomes, outcome.Chosen), outcome.Payments);
        });
    }

    private static EquatableArray<Fraction> Chosen(int outcomes, int chosen) =>
        Enumerable.Range(0, outcomes).Select(outcome => outcome == chosen ? Fraction.One : Fraction.Zero).ToEquatableArray();

    private static Court? OfOptimum(SolvedOptimum optimum, EquatableArray<Agent> agents)
    {
        var types = optimum.Environment.Types;
        if (types.Any(own => own.Any(type => type.Count != 1)))
        {
            return null;
        }

        var space = optimum.Environment.Design.Types;
        var name = optimum.Problem.Environment.Name;
        var areOutcomes = name is not (EnvironmentName.SingleItem or EnvironmentName.BilateralTrade);
        return new Court(agents, areOutcomes ? optimum.Environment.Outcomes : Names(agents), areOutcomes, IsExact: true, agents.Count, reports =>
        {
            var profile = space.ProfileOf([.. reports.Select((report, agent) => Place(types[agent], report))]);
            var lottery = optimum.Table.Lotteries[profile];
            var decision = name switch
            {
                // The last outcome is that nobody gets the item; that both trade.
                EnvironmentName.SingleItem => lottery.Take(agents.Count).ToEquatableArray(),
                EnvironmentName.BilateralTrade => Enumerable.Repeat(lottery[1], agents.Count).ToEquatableArray(),
                _ => lottery,
            };
            return new Ruling(decision, optimum.Table.Payments[profile]);
        });
    }

    private static int Place(EquatableArray<EquatableArray<double>> types, double report)
    {
        for (var place = 0; place < types.Count; place++)
        {
            if (types[place][0] == report)
            {
                return place;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(report), report, "The agent has no such type.");
    }

    private static Court? OfExchange(SolvedExchange exchange, EquatableArray<Agent> agents)
    {
        // Balanced payments are quotients, which the interpreter rounds to decimals; the sums of others are exact.
        if (exchange.Problem.Payments is PaymentRule.Balanced)
        {
            return TradeAgva.Of(exchange.Problem) is { } agva
                ? Trading(agents, isExact: true, (bids, costs) =>
                {
                    var (bid, cost) = (Rationals.FromDecimal(bids[0]), Rationals.FromDecimal(costs[0]));
                    var payment = agva.Payment(cost, bid);
                    return ([bid >= cost], [bid >= cost], [payment], [payment]);
                })
                : null;
        }

        var interpreter = new ExchangeInterpreter(exchange.Problem);
        return Trading(agents, isExact: true, (bids, costs) =>
        {
            var outcome = interpreter.Run([.. bids.Select(bid => (decimal)bid)], [.. costs.Select(cost => (decimal)cost)]);
            return (outcome.Buys, outcome.Sells, [.. outcome.Pays.Select(Fraction.FromDecimal)], [.. outcome.Receives.Select(Fraction.FromDecimal)]);
        });
    }

    private static Court OfMarket(SolvedMarket market, EquatableArray<Agent> agents)
    {
        var interpreter = new MarketInterpreter(market);
        return Trading(agents, isExact: false, (bids, costs) =>
        {
            var outcome = interpreter.Run(bids, costs);
            return (outcome.Buys, outcome.Sells, [.. outcome.Pays.Select(Rationals.FromDecimal)], [.. outcome.Receives.Select(Rationals.FromDecimal)]);
        });
    }

    /// <summary>Reports in the order of the agents become those of two sides, and back.</summary>
    private static Court Trading(
        EquatableArray<Agent> agents,
        bool isExact,
        Func<double[], double[], (IReadOnlyList<bool> Buys, IReadOnlyList<bool> Sells, IReadOnlyList<Fraction> Pays, IReadOnlyList<Fraction> Receives)> run) =>
        new(agents, Names(agents), AreOutcomes: false, isExact, (1L << Math.Min(agents.Count, 30)) * agents.Count, reports =>
        {
            var (buys, sells, pays, receives) = run(
                [.. reports.Where((_, agent) => agents[agent].Side == Side.Buyer)],
                [.. reports.Where((_, agent) => agents[agent].Side == Side.Supplier)]);
            var (buyer, seller) = (0, 0);
            List<Fraction> decision = [];
            List<Fraction> payments = [];
            foreach (var agent in agents)
            {
                var isBuyer = agent.Side == Side.Buyer;
                decision.Add((isBuyer ? buys[buyer] : sells[seller]) ? Fraction.One : Fraction.Zero);
                payments.Add(isBuyer ? pays[buyer++] : -receives[seller++]);
            }

            return new Ruling(decision.ToEquatableArray(), payments.ToEquatableArray());
        });

    private static Court OfProvision(SolvedProvision provision, EquatableArray<Agent> agents)
    {
        var interpreter = new ProvisionInterpreter(provision);
        var isProject = provision.Problem.Environment.Feasible is Alternatives;
        return new Court(agents, provision.Problem.Environment.Feasible is Alternatives(var names) ? names : Names(agents), isProject, IsExact: false, 60 * agents.Count * agents.Count, reports =>
        {
            var outcome = interpreter.Run(reports);
            return new Ruling(
                isProject ? Chosen(2, outcome.IsMade ? 1 : 0) : Enumerable.Repeat(outcome.IsMade ? Fraction.One : Fraction.Zero, agents.Count).ToEquatableArray(),
                outcome.Payments.Select(Rationals.FromDecimal).ToEquatableArray());
        });
    }
}
