using MechanismDsl.Proofs.Evaluation;
using MechanismDsl.Proofs.Verdicts;
using Xunit.Abstractions;

namespace MechanismDsl.Proofs.Tests.Programs;

/// <summary>Random programs through the falsifier and the exhaustive check, with labels by brute force.</summary>
public class ProgramTests(ITestOutputHelper output)
{
    private const int Programs = 150;

    [Fact]
    public void ExhaustiveVerdicts_AreThoseOfBruteForce_AndTheFalsifierMissesFew()
    {
        var (broken, holding, finite, missed) = (0, 0, 0, new List<RandomProgram>());
        for (var seed = 0; seed < Programs; seed++)
        {
            var program = RandomProgram.Of(seed);
            var label = BruteForce.Violation(program.Question);
            _ = label is null ? holding++ : broken++;
            if (ExhaustiveCheck.Decide(program.Question, ExhaustiveCheck.LiveStates) is { } verdict)
            {
                finite++;
                Assert.True(label is null == verdict is Verdict.Proved, $"{seed} {program.Shape}: brute force {label ?? "found nothing"}, {verdict}");
            }

            var witness = Falsifier.Find(program.Question, Falsifier.QuickEvaluations);
            if (witness is not null)
            {
                Assert.Equal(witness.Violation, Refutation.Confirm(program.Question, witness)!.Witness.Violation);
            }
            else if (label is not null)
            {
                missed.Add(program);
            }
        }

        output.WriteLine($"{broken} broken, {holding} not, {finite} finite, {missed.Count} missed: {string.Join(", ", missed.Select(program => $"{program.Seed} {program.Shape}"))}");
        Assert.InRange(broken, Programs / 5, Programs * 4 / 5);
        Assert.InRange(finite, Programs / 4, Programs);
        Assert.InRange(missed.Count, 0, broken / 100);
    }
}
