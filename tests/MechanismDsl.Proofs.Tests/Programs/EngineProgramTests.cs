using System.Globalization;
using MechanismDsl.Proofs.Evaluation;
using MechanismDsl.Proofs.Verdicts;
using Xunit.Abstractions;

namespace MechanismDsl.Proofs.Tests.Programs;

/// <summary>
/// Random programs through the whole engine: no verdict may contradict brute force, and 99 of 100 must be decided. MECHANISMDSL_PROGRAMS in the
/// environment chooses how many; the share by shape is in the output of the test.
/// </summary>
public class EngineProgramTests(ITestOutputHelper output)
{
    private static readonly int _programs = int.Parse(Environment.GetEnvironmentVariable("MECHANISMDSL_PROGRAMS") ?? "5000", CultureInfo.InvariantCulture);

    [Fact]
    public void NoVerdictIsWrong()
    {
        var tally = new SortedDictionary<string, (int Proved, int Refuted, int Open)>(StringComparer.Ordinal);
        var wrong = new List<string>();
        for (var seed = 0; seed < _programs; seed++)
        {
            var program = RandomProgram.Of(seed);
            var verdict = Engine.Decide(program.Question, Effort.Deep, CancellationToken.None);
            var label = BruteForce.Violation(program.Question, seed);
            var isWrong = verdict switch
            {
                Verdict.Proved => label is not null,
                Verdict.Refuted(var witness) => Refutation.Confirm(program.Question, witness) is null,
                _ => false,
            };
            if (isWrong || verdict is Verdict.Undecided)
            {
                (isWrong ? wrong : []).Add($"{seed} {program.Shape}: {verdict} against {label}");
                output.WriteLine($"{seed} {program.Shape} {program.Question.Property}: {verdict}; brute force: {label ?? "nothing"}");
            }

            tally.TryGetValue(program.Shape, out var counts);
            tally[program.Shape] = verdict switch
            {
                Verdict.Proved => counts with { Proved = counts.Proved + 1 },
                Verdict.Refuted => counts with { Refuted = counts.Refuted + 1 },
                _ => counts with { Open = counts.Open + 1 },
            };
        }

        foreach (var (shape, (proved, refuted, open)) in tally)
        {
            output.WriteLine(string.Format(CultureInfo.InvariantCulture, "{0}: {1} proved, {2} refuted, {3} not decided", shape, proved, refuted, open));
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
        Assert.True(tally.Values.Sum(counts => counts.Open) <= _programs / 100, "More than one program in a hundred is not decided.");
    }
}
