namespace MechanismDsl.Tests.Outcomes;

public class PlacementsTests
{
    [Fact]
    public void AnAgentWithoutASlotIsTheDefault()
    {
        Placement<double> none = default;
        Assert.Equal((-1, false, 0.0), (none.Slot, none.IsPlaced, none.Payment));
        Assert.Equal((0, true, 600.0), (new Placement<double>(0, 600).Slot, new Placement<double>(0, 600).IsPlaced, new Placement<double>(0, 600).Payment));
    }

    [Fact]
    public void AgentsAreFoundBySlot()
    {
        var outcome = new Placements<decimal>(new Placement<decimal>[] { new(1, 2m), default, new(0, 7.5m) });
        Assert.Equal([2, 0, -1], new[] { outcome.AgentIn(0), outcome.AgentIn(1), outcome.AgentIn(2) });
        Assert.Equal("0: slot 1 for 2, 2: slot 0 for 7.5", outcome.ToString());
        Assert.Equal("no slot is filled", default(Placements<decimal>).ToString());
    }

    [Fact]
    public void EqualityIsThatOfAllPlacements()
    {
        Placements<long> Of(int slot) => new(new Placement<long>[] { new(slot, 3) });
        Assert.True(Of(1) == Of(1));
        Assert.Equal(Of(1).GetHashCode(), Of(1).GetHashCode());
        Assert.True(Of(1) != Of(0));
        Assert.False(Of(1).Equals((object)"1"));
    }
}
