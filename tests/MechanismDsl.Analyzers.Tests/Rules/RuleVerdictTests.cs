using MechanismDsl.Analyzers.Solving;
using MechanismDsl.Analyzers.Tests.Harness;

namespace MechanismDsl.Analyzers.Tests.Rules;

/// <summary>Counts how often the engine is asked. The count is that of the process, so no other test runs meanwhile.</summary>
[Collection(nameof(RuleVerdictTests))]
public class RuleVerdictTests
{
    // Content decides, not text: comments, names and other types cost no proof, another constant does.
    [Fact]
    public async Task UnrelatedEditsProveNothing()
    {
        const string Score = "[Mechanism, SingleItem] public partial class Sale { [Score] static double Score([Between(0, 137)] double bid) => bid * 3.25; }";
        await Analysis.Run(Score);
        var before = RuleVerdicts.Decided;
        foreach (var edit in (string[])
            [
                Score,
                "// why\n" + Score,
                Score + " class Other { int _x = 5; }",
                Score.Replace("bid", "offer", StringComparison.Ordinal).Replace("Score(", "Rank(", StringComparison.Ordinal),
                Score.Replace("=> bid * 3.25;", "{ const double Factor = 3.25; return bid * Factor; }", StringComparison.Ordinal),
            ])
        {
            await Analysis.Run(edit);
            Assert.Equal(before, RuleVerdicts.Decided);
        }

        await Analysis.Run(Score.Replace("3.25", "3.75", StringComparison.Ordinal));
        Assert.True(RuleVerdicts.Decided > before);
    }
}

/// <summary>Runs alone.</summary>
[CollectionDefinition(nameof(RuleVerdictTests), DisableParallelization = true)]
public class AloneCollection;
