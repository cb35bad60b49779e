using MechanismDsl.Theory.Data;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter.Insights;

namespace MechanismDsl.Analyzers.Solving;

/// <summary>Reports on the data behind priors, computed once for each content.</summary>
internal static class DataReports
{
    private const int Capacity = 64;

    private static readonly BoundedCache<(Problem Problem, Agent Agent), DataReport> Cache = new(Capacity);

    /// <summary>The report on the sample of an agent; null for a prior that is stated.</summary>
    public static DataReport? Of(Problem problem, Agent agent) =>
        agent.Data is null ? null : Cache.GetOrAdd((problem, agent), key => DataInsight.Of(key.Problem, key.Agent)!);
}
