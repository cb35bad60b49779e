using MechanismDsl.Auditing;
using MechanismDsl.Tool.Commands;
using MechanismDsl.Tool.Running;

namespace MechanismDsl.Tool.Tests;

/// <summary>Simulations of generated mechanisms: what is shown, and what is said where nothing can be drawn.</summary>
public class SimulationTests
{
    private static readonly Support.Sample _sample = Support.Sample.Of("""
        [Mechanism, SingleItem, RevenueOptimal]
        [Agent<Uniform>("North", 0, 12), Agent<Uniform>("South", 0, 18)]
        public partial class TwoBuyers;

        [Mechanism, SingleItem, Efficient]
        public partial class Vickrey;
        """);

    [Fact]
    public void Estimates_stand_beside_the_exact_numbers()
    {
        var simulation = Simulator.Run(_sample.Type("TwoBuyers"), 20_000, new AuditSetup { Seed = 7 }, null, CancellationToken.None);
        var rows = SimulateCommand.Rows(simulation, byType: false).ToList();
        Assert.Equal(["revenue", "welfare", "somebody is served", "North: utility", "North: gets", "South: utility", "South: gets"], rows.Select(row => row.What));
        Assert.Equal(19 / 3.0, rows[0].Exactly!.Value, 9);
        Assert.True(rows[0].Estimate.IsNear(19 / 3.0, 5));
        Assert.True(rows[2].Estimate.IsNear(0.75, 5));
        Assert.Equal(simulation.Revenue, Simulator.Run(_sample.Type("TwoBuyers"), 20_000, new AuditSetup { Seed = 7 }, null, CancellationToken.None).Revenue);
        Assert.Equal(rows.Count + 20, SimulateCommand.Rows(simulation, byType: true).Count());
    }

    [Fact]
    public void Without_a_prior_nothing_is_drawn() => Assert.StartsWith(
        "'Vickrey' cannot be simulated: ",
        Assert.Throws<ToolException>(() => Simulator.Run(_sample.Type("Vickrey"), 10, new AuditSetup { Agents = 2 }, null, CancellationToken.None)).Message,
        StringComparison.Ordinal);
}
