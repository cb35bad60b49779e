using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.SingleParameter.Service;

/// <summary>Expected revenue where sets of named agents with finitely many types are compared: every profile is run by its definition.</summary>
internal static class SetExpectations
{
    /// <summary>Profiles times sets that are tried: some tens of milliseconds.</summary>
    private const long MostSteps = 4096;

    /// <summary>The numbers, or the reason why there are none, as a clause.</summary>
    /// <param name="service">The solution without numbers.</param>
    /// <param name="cancellation">Looked at at every profile.</param>
    public static (EquatableArray<ServiceNumbers> Numbers, string? Reason) Of(SolvedService service, CancellationToken cancellation)
    {
        var priors = service.Agents.Select(agent => agent.Agent.Prior as AtomicPrior).ToArray();
        if (Obstacle(service, priors) is { } obstacle)
        {
            return ([], obstacle);
        }

        var interpreter = new ServiceInterpreter(service with { Problem = service.Problem with { Money = new Money(MoneyKind.Double) } });
        var (revenue, served) = (0.0, 0.0);
        var types = new int[priors.Length];
        do
        {
            cancellation.ThrowIfCancellationRequested();
            var chance = types.Select((type, agent) => priors[agent]!.Masses[type]).Aggregate((one, other) => one * other);
            var outcome = interpreter.Run([.. types.Select((type, agent) => (double?)priors[agent]!.Values[type])]);
            revenue += chance * outcome.Payments.Sum();
            served += chance * outcome.Quantities.Sum();
        }
        while (Next(types, priors));
        return ([new ServiceNumbers(priors.Length, Settled(revenue), Settled(served))], null);
    }

    private static string? Obstacle(SolvedService service, AtomicPrior?[] priors) =>
        service.Problem.Population is not Population.Named ? "the sizes of the agents are known only when the mechanism runs"
        : service.Agents.Any(agent => agent.Agent.Prior is null) ? "an agent has no prior"
        : service.Agents.Any(agent => agent.Agent.Reserve is { Amount: null }) ? "the reserve is known only when the mechanism runs"
        : priors.Any(prior => prior is null) || priors.Aggregate(1L << Math.Min(priors.Length, 30), (steps, prior) => Math.Min(steps * prior!.Values.Count, MostSteps + 1)) > MostSteps
            ? "where sets of agents are compared it is known for a few agents with finitely many types only"
        : null;

    /// <summary>The next profile of types; false after the last.</summary>
    private static bool Next(int[] types, AtomicPrior?[] priors)
    {
        for (var agent = 0; agent < types.Length; agent++)
        {
            if (++types[agent] < priors[agent]!.Values.Count)
            {
                return true;
            }

            types[agent] = 0;
        }

        return false;
    }

    private static double Settled(double value) => NumberText.Rounded(value + 0.0, NumberText.LiteralDigits - 2);
}
