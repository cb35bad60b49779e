using MechanismDsl.Generators.Planning;

namespace MechanismDsl.Generators.Writing.Service;

/// <summary>Writes the file of a mechanism that serves several agents: its partial type and, where a kernel does not do all the work, the class that holds its rule.</summary>
internal static class ServiceTypeWriter
{
    /// <summary>The text of the file.</summary>
    public static string Write(ServicePlan plan)
    {
        var core = plan.Core;
        return new MechanismFrame(plan, ServiceText.Interface(plan), ServiceText.Environment(plan.Feasible), core.Summary, core.Explanation).Write(
            members =>
            {
                new ServiceRunWriter(plan, members).Write();
                var lowest = Enumerable.Range(0, core.Agents.Count).Where(plan.RefusesLow).Select(agent => (agent, core.Rule.Limits[agent].Served)).ToList();
                new ExplainWriter(members).WriteService(core, plan.HasRunTimeSizes, lowest);
            },
            after => WriteRule(plan, after),
            constants => new ConstantsWriter(core, constants).Write());
    }

    private static void WriteRule(ServicePlan plan, SourceWriter writer)
    {
        if (plan.AddsScores)
        {
            new SumRuleWriter(plan, writer).Write();
        }
        else if (!plan.IsKernels)
        {
            new ServiceRuleWriter(plan, writer).Write();
        }
    }
}
