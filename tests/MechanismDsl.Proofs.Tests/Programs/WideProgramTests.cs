using System.Globalization;
using MechanismDsl.Proofs.Verdicts;
using Xunit.Abstractions;

namespace MechanismDsl.Proofs.Tests.Programs;

/// <summary>Random scores of the less usual operations through the whole engine: no verdict may contradict brute force, and nearly all must be decided.</summary>
public class WideProgramTests(ITestOutputHelper output)
{
    private const int Programs = 800;

    [Fact]
    public void NoVerdictIsWrong()
    {
        var (proved, refuted, open) = (0, 0, 0);
        var wrong = new List<string>();
        for (var seed = 0; seed < Programs; seed++)
        {
            var question = RandomWideScores.Of(seed);
            var label = BruteForce.Violation(question, seed);
            switch (Engine.Decide(question, Effort.Deep, CancellationToken.None))
            {
                case Verdict.Proved:
                    proved++;
                    if (label is not null)
                    {
                        wrong.Add($"{seed} is proved: {label}");
                    }

                    break;
                case Verdict.Refuted:
                    refuted++;
                    break;
                case var verdict:
                    open++;
                    output.WriteLine($"{seed}: {verdict}; brute force: {label ?? "nothing"}; {question.System.Score!.Text}");
                    break;
            }
        }

        output.WriteLine(string.Format(CultureInfo.InvariantCulture, "{0} proved, {1} refuted, {2} not decided", proved, refuted, open));
        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
        Assert.True(proved > Programs / 5 && refuted > Programs / 5 && open <= Programs / 20, $"{proved} {refuted} {open}");
    }
}
