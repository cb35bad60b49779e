using MechanismDsl.Theory.Data;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter;
using Goal = MechanismDsl.Theory.Problems.Objective;

namespace MechanismDsl.Benchmarks;

/// <summary>
/// What solving a declaration takes: it happens once after an edit of the declaration, not on a keystroke elsewhere. No targets; the reference is
/// the easiest problem, four alike uniform buyers.
/// </summary>
internal static class SolveSection
{
    private const int Bids = 5000;

    public static IEnumerable<Comparison> Comparisons()
    {
        var sample = Sample();
        Variant[] variants =
        [
            .. new[] { 1, 2, 4, 8, 16 }.Select(count => Solve($"{count} alike lognormal", () => Alike(count, new LognormalPrior(0, 0.5)))),
            Solve("8 named lognormal", () => Named(Enumerable.Range(0, 8).Select(agent => new LognormalPrior(0.1 * agent, 0.4 + (0.05 * agent))))),
            Solve($"4 alike, {Bids} bids", () => Alike(4, new EmpiricalPrior(sample))),
        ];
        yield return new("solve", 1, Solve("4 alike uniform", () => Alike(4, new UniformPrior(0, 10))), variants);
    }

    // The problem is made anew each time, since priors may keep what they computed.
    private static Variant Solve(string name, Func<Problem> problem) =>
        new(name, () => AuctionSolver.Solve(problem(), CancellationToken.None) is { Numbers: [var numbers, ..] } ? numbers.Revenue : 0);

    private static Problem Alike(int count, Prior prior) =>
        RevenueOptimal(new Population.Alike(count, count, new Agent(null, Side.Buyer, prior)));

    private static Problem Named(IEnumerable<Prior> priors) =>
        RevenueOptimal(new Population.Named(priors.Select((prior, index) => new Agent($"Buyer{index}", Side.Buyer, prior)).ToEquatableArray()));

    private static Problem RevenueOptimal(Population population) => new()
    {
        Environment = new(
            EnvironmentName.SingleItem, Kernel.SingleParameter, new ServeAtMost(1), Absence.Unserved, new Ownership.Platform(), new SocialCost.PerServed(0)),
        Population = population,
        Information = Information.IndependentPriors,
        Participation = Participation.ExPost,
        Objective = Goal.RevenueOptimal,
        Payments = new PaymentRule.Threshold(),
        Ties = TieBreaking.LowestIndex,
        Money = new(MoneyKind.Double),
        Claims = [],
    };

    private static BidSample Sample()
    {
        var draws = new Draws(60_001);
        var prior = new LognormalPrior(3, 0.6);
        return new("bids.csv", Enumerable.Range(0, Bids).Select(_ => Math.Round(prior.Quantile(draws.Uniform()), 2)).ToEquatableArray(), []);
    }
}
