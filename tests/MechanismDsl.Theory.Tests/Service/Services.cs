using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter.Service;
using Environment = MechanismDsl.Theory.Problems.Environment;

namespace MechanismDsl.Theory.Tests.Service;

/// <summary>Short ways to write problems in which several agents are served.</summary>
internal static class Services
{
    public static Problem Named(FeasibleSet feasible, Objective objective, double cost, Side side, params IEnumerable<Prior?> priors) =>
        Of(feasible, objective, cost, new Population.Named(priors.Select((prior, index) => new Agent($"Agent{index}", side, prior)).ToEquatableArray()));

    public static Problem Alike(FeasibleSet feasible, Objective objective, int? count, Prior? prior = null, Reserve? reserve = null) =>
        Of(feasible, objective, 0, new Population.Alike(count ?? 0, count, new Agent(null, Side.Buyer, prior) { Reserve = reserve }));

    public static SolvedService Solve(this Problem problem) => ServiceSolver.Solve(problem, CancellationToken.None);

    public static ServiceOutcome Run(this SolvedService service, params double[] reports) =>
        new ServiceInterpreter(service).Run([.. reports.Select(report => (double?)report)]);

    private static Problem Of(FeasibleSet feasible, Objective objective, double cost, Population population) => new()
    {
        Environment = new Environment(
            feasible is Slots ? EnvironmentName.Positions : EnvironmentName.IdenticalItems,
            Kernel.SingleParameter,
            feasible,
            Absence.Unserved,
            new Ownership.Platform(),
            new SocialCost.PerServed(cost)),
        Population = population,
        Information = Information.IndependentPriors,
        Participation = Participation.Interim,
        Objective = objective,
        Payments = new PaymentRule.Threshold(),
        Ties = TieBreaking.LowestIndex,
        Money = new Money(MoneyKind.Double),
        Claims = [],
    };
}
