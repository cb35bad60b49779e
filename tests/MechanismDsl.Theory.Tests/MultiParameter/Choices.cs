using MechanismDsl.Theory.MultiParameter;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using Environment = MechanismDsl.Theory.Problems.Environment;

namespace MechanismDsl.Theory.Tests.MultiParameter;

/// <summary>Problems over finitely many outcomes.</summary>
internal static class Choices
{
    /// <summary>Alike agents report their value of every outcome.</summary>
    public static Problem Reported(int outcomes, double[] costs, double low = -1e15, int? agents = null) => Of(
        Enumerable.Range(0, outcomes).Select(outcome => $"Outcome{outcome}").ToEquatableArray(),
        costs.ToEquatableArray(),
        new Population.Alike(agents ?? 0, agents, new Agent(null, Side.Buyer, null)),
        new OutcomeChoice { Form = ValueForm.Reported, Low = low, High = 1e15 });

    /// <summary>Swimming pool or dance studio (Bernard, Mechanism Design III): values type + 5 and 2 · type.</summary>
    public static Problem HomeImprovement(double option = 0) => Of(
        ["SwimmingPool", "DanceStudio"],
        [],
        new Population.Named([new Agent("Alexa", Side.Buyer, new UniformIntegersPrior(1, 9)) { OutsideOption = option }, new Agent("Siri", Side.Buyer, new UniformIntegersPrior(1, 9))]),
        new OutcomeChoice { Form = ValueForm.OfType, Low = 1, High = 9, Tables = [Table(9), Table(9)] });

    /// <summary>A project of a cost that all share alike.</summary>
    public static Problem Project(double cost, int agents, CostShares? shares = null, bool hasShares = true) => Of(
        ["NotBuilt", "Built"],
        [0, cost],
        new Population.Alike(agents, agents, new Agent(null, Side.Buyer, null)),
        new OutcomeChoice { Form = ValueForm.OfLast, Low = 0, High = 1e15, Shares = hasShares ? shares ?? new CostShares.Equal() : null });

    /// <summary>Agents report types of these tables; with weights they are named.</summary>
    public static Problem OfTypes(int outcomes, EquatableArray<TypeTable> tables, double[]? weights, int agents) => Of(
        Enumerable.Range(0, outcomes).Select(outcome => $"Outcome{outcome}").ToEquatableArray(),
        [],
        weights is null
            ? new Population.Alike(agents, agents, new Agent(null, Side.Buyer, null))
            : new Population.Named(weights.Select((weight, agent) => new Agent($"Agent{agent}", Side.Buyer, null) { Weight = weight }).ToEquatableArray()),
        new OutcomeChoice { Form = ValueForm.OfType, Low = tables.Min(table => table.Types.Min()), High = tables.Max(table => table.Types.Max()), Tables = tables });

    public static SolvedChoice Solve(this Problem problem) => ChoiceSolver.Solve(problem, CancellationToken.None);

    private static TypeTable Table(int types) => new(
        Enumerable.Range(1, types).Select(type => (double)type).ToEquatableArray(),
        Enumerable.Range(1, types).Select(type => new double[] { type + 5, 2 * type }.ToEquatableArray()).ToEquatableArray());

    private static Problem Of(EquatableArray<string> outcomes, EquatableArray<double> costs, Population population, OutcomeChoice choice) => new()
    {
        Environment = new Environment(
            EnvironmentName.FiniteOutcomes, Kernel.MultiParameter, new Alternatives(outcomes), Absence.NoSay, new Ownership.Platform(), new SocialCost.PerOutcome(costs)),
        Population = population,
        Information = Information.IndependentPriors,
        Participation = Participation.Unspecified,
        Objective = Objective.Efficient,
        Payments = new PaymentRule.Clarke(),
        Ties = TieBreaking.LowestIndex,
        Money = new Money(MoneyKind.Double),
        Claims = [],
        Choice = choice,
    };
}
