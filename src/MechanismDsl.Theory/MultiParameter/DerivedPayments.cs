using Fractions;
using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.MultiParameter;

/// <summary>Payments of a choice among outcomes that take a look at all types before the mechanism runs, as tables.</summary>
public abstract record DerivedPayments
{
    private DerivedPayments() { }

    /// <summary>Every agent pays by its own type, and the others receive that; shares of the cost come on top.</summary>
    /// <param name="Exact">The tables in rational numbers.</param>
    /// <param name="Emitted">The same on the grid of the money: what is paid when the mechanism runs.</param>
    /// <param name="Grid">The grid.</param>
    /// <param name="Shares">For each outcome what every agent bears of its cost, on the grid; no rows where nothing costs anything.</param>
    /// <param name="Surplus">The expected sum of the payments that were balanced, less the expected cost.</param>
    public sealed record Balanced(
        BalancedPayments Exact, BalancedPayments Emitted, PaymentGrid Grid, EquatableArray<EquatableArray<Fraction>> Shares, Fraction Surplus) : DerivedPayments;

    /// <summary>Every agent pays a term of the others' types, less the others' welfare of the chosen outcome (Groves 1973).</summary>
    /// <param name="Rows">
    /// For each agent its term at every profile of the others' types, as <see cref="Finite.TypeSpace.OthersOf"/> numbers them; one entry where it is a constant.
    /// </param>
    public sealed record Terms(EquatableArray<EquatableArray<Fraction>> Rows) : DerivedPayments;

    /// <summary>Groves payments that balance do not exist.</summary>
    /// <param name="Box">The profiles that show it.</param>
    public sealed record None(Box Box) : DerivedPayments;

    /// <summary>Whether payments follow from tables of all types.</summary>
    public static bool Applies(PaymentRule rule) => rule is PaymentRule.Balanced or PaymentRule.BalancedGroves or PaymentRule.IndividuallyRational { IsInterim: true };

    /// <summary>Computes them; null where they do not apply, or where types are not finitely many, priors are missing or it would take too many steps.</summary>
    /// <param name="problem">A problem over finitely many outcomes.</param>
    /// <param name="agents">How many agents take part.</param>
    /// <param name="cancellation">Checked at every profile.</param>
    public static DerivedPayments? Of(Problem problem, int agents, CancellationToken cancellation)
    {
        if (!Applies(problem.Payments) || agents == 0 || Candidates.Of(problem, agents) is not { AreAll: true } candidates || !candidates.IsFeasible(((Alternatives)problem.Environment.Feasible).Names.Count))
        {
            return null;
        }

        return problem.Payments switch
        {
            PaymentRule.BalancedGroves => ChoiceTable.Of(problem with { Payments = new PaymentRule.Clarke() }, candidates, cancellation).BalancingTerms(problem.Money),
            _ when !candidates.HavePriors => null,
            PaymentRule.Balanced balanced => Balance(problem, balanced, candidates, cancellation),
            _ => Interim(problem, candidates, cancellation),
        };
    }

    /// <summary>The problem whose payments are balanced: without declared shares the others bear the cost in equal parts, so that externalities are known.</summary>
    private static Balanced Balance(Problem problem, PaymentRule.Balanced rule, Candidates candidates, CancellationToken cancellation)
    {
        var hasCost = problem.Environment.Cost is SocialCost.PerOutcome(var costs) && costs.Any(cost => cost != 0);
        var shared = hasCost ? problem.Choice! with { Shares = problem.Choice.Shares ?? new CostShares.Equal() } : problem.Choice!;
        var isRebalanced = rule.Method == BalancingMethod.Rebalanced;
        var table = ChoiceTable.Of(problem with { Payments = rule.Base, Choice = isRebalanced ? problem.Choice : shared }, candidates, cancellation);
        var bearing = new ChoiceInterpreter(problem with { Payments = new PaymentRule.Clarke(), Choice = shared });
        var agents = candidates.Agents.Count;
        Fraction Share(int agent, int outcome) => hasCost ? bearing.Share(agent, outcome, agents) : Fraction.Zero;
        EquatableArray<EquatableArray<Fraction>> Interim(Func<int, int, Fraction> amount) => Enumerable.Range(0, agents)
            .Select(agent => table.Mechanism.Beliefs.Given(agent, profile => amount(agent, profile)))
            .ToEquatableArray();

        Fraction NetPayment(int agent, int profile) => table.Mechanism.Payments[profile][agent] - Share(agent, table.Mechanism.Chosen[profile]);
        var beliefs = table.Mechanism.Beliefs;
        var exact = rule.Method switch
        {
            BalancingMethod.ExpectedExternality => Balancing.ExpectedExternality(Interim(NetPayment)),
            BalancingMethod.DAgva => Balancing.DAgva(Interim((agent, profile) => bearing.Welfare(table.ValuesAt(profile), table.Mechanism.Chosen[profile], agent) / bearing.Weight(agent))),
            _ => Balancing.Rebalance(beliefs, Interim(NetPayment)),
        };
        var surplus = Enumerable.Range(0, beliefs.Types.Profiles)
            .Select(profile => beliefs.Mass(profile) * (table.Mechanism.Payments[profile].Aggregate(Fraction.Zero, (sum, payment) => sum + payment) - bearing.Cost(table.Mechanism.Chosen[profile])))
            .Aggregate(Fraction.Zero, (sum, term) => sum + term);
        var largest = exact.Tables.Select(own => own.Select(amount => amount.Abs()).Max()).Aggregate(Fraction.Zero, (sum, most) => sum + most) * 2 * agents;
        largest += Enumerable.Range(0, bearing.Outcomes.Count).Select(outcome => bearing.Cost(outcome).Abs()).Max();
        var grid = PaymentGrid.Of(problem.Money, largest);
        var shares = hasCost
            ? Enumerable.Range(0, bearing.Outcomes.Count).Select(outcome => OnGrid([.. Enumerable.Range(0, agents).Select(agent => Share(agent, outcome))], grid)).ToEquatableArray()
            : [];
        return new Balanced(exact, exact.On(grid), grid, shares, surplus);
    }

    /// <summary>Shares on the grid with the same sum, as far as the sum lies on it.</summary>
    private static EquatableArray<Fraction> OnGrid(List<Fraction> shares, PaymentGrid grid)
    {
        var (sum, given) = (Fraction.Zero, Fraction.Zero);
        List<Fraction> rounded = [];
        foreach (var share in shares)
        {
            sum += share;
            rounded.Add(grid.Nearest(sum) - given);
            given = grid.Nearest(sum);
        }

        return rounded.ToEquatableArray();
    }

    private static Terms Interim(Problem problem, Candidates candidates, CancellationToken cancellation)
    {
        var table = ChoiceTable.Of(problem with { Payments = new PaymentRule.Clarke() }, candidates, cancellation);
        var charges = Enumerable.Range(0, candidates.Agents.Count)
            .Select(agent => table.Mechanism.Beliefs.Given(agent, profile => table.Welfare[profile])
                .Select((welfare, type) => (Gain: welfare - OutsideOptions.Of(problem, agent, type), Mass: table.Mechanism.Beliefs.Masses[agent][type]))
                .Where(type => !type.Mass.IsZero)
                .Min(type => type.Gain))
            .ToList();

        // Rounded down, so that no type is charged more than its participation allows.
        var grid = PaymentGrid.Of(problem.Money, charges.Select(charge => charge.Abs()).Aggregate(Fraction.Zero, (sum, most) => sum + most) * 2);
        return new Terms(charges.Select(charge => new[] { grid.Down(charge) }.ToEquatableArray()).ToEquatableArray());
    }
}
