using MechanismDsl.Theory.Data;

namespace MechanismDsl.Theory.Tests.Data;

public sealed class NearestNameTests
{
    [Theory]
    [InlineData("Nort", "North")]
    [InlineData("NORTH", "North")]
    [InlineData("Suoth", "South")]
    [InlineData("bid", null)]
    [InlineData("", null)]
    public void The_nearest_name_is_offered_unless_it_is_a_guess(string name, string? nearest) =>
        Assert.Equal(nearest, NearestName.Of(name, ["North", "South"]));
}
