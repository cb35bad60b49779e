using MechanismDsl.Proofs;
using MechanismDsl.Proofs.Tests.Corpus;

namespace MechanismDsl.Benchmarks;

/// <summary>
/// What judging rules of one's own costs: a project when it is compiled for the first time, a keystroke in a file that has nothing to do with them, and
/// single properties of the labelled rules. Times are absolute, because what somebody waits for is.
/// </summary>
internal static class RefereeSection
{
    private const int Files = 100;
    private const int Edits = 21;
    private const int Repeats = 5;

    public static IEnumerable<Duration> Durations()
    {
        // A compiler that has run before, on rules that nobody has asked about.
        var warm = new RefereeProject(Files / 10, Files);
        warm.Generate();
        warm.Bind();
        warm.Judge();
        var project = new RefereeProject(Files, 0);
        const string Cold = "300 rules, seen for the first time";
        var generating = Spent.On(project.Generate);
        var judging = Spent.On(project.Judge);
        yield return new(Cold, "generator", generating);
        yield return new(Cold, "analyzers", judging);
        yield return new(Cold, "both", generating + judging, Target: 10_000e6);

        var edits = Enumerable.Range(0, Edits).Select(_ =>
        {
            project.Edit();
            return (Generate: Spent.On(project.Generate), Bind: Spent.On(project.Bind), Judge: Spent.On(project.Judge));
        }).ToList();
        const string Edited = "300 rules, an edit elsewhere";
        yield return new(Edited, "compiler, empty analyzer", Quantile(edits.Select(edit => edit.Bind), 0.5));
        yield return new(Edited, "generator", Quantile(edits.Select(edit => edit.Generate), 0.5));
        yield return new(Edited, "analyzers", Quantile(edits.Select(edit => edit.Judge), 0.5));
        yield return new(Edited, "both, above the compiler", Quantile(edits.Select(edit => edit.Generate + edit.Judge - edit.Bind), 0.5), Target: 200e6);

        foreach (var effort in (Effort[])[Effort.Quick, Effort.Deep])
        {
            var times = LabelledQuestion.All
                .Select(question => Quantile(Enumerable.Range(0, Repeats).Select(_ => Spent.On(() => Engine.Decide(question.Question, effort, CancellationToken.None))), 0.5))
                .ToList();
            var title = $"{times.Count} labelled properties, {effort.ToString().ToLowerInvariant()}";
            yield return new(title, "median", Quantile(times, 0.5), Target: 8e6);
            yield return new(title, "95 of 100", Quantile(times, 0.95), Target: 60e6);
            yield return new(title, "longest", Quantile(times, 1));
        }
    }

    // Both clocks are sorted for themselves.
    private static Spent Quantile(IEnumerable<Spent> times, double share)
    {
        var all = times.ToList();
        return new(Quantile(all.Select(time => time.Wall), share), Quantile(all.Select(time => time.Processor), share));
    }

    private static double Quantile(IEnumerable<double> times, double share)
    {
        var sorted = times.Order().ToList();
        return sorted[(int)Math.Ceiling(share * sorted.Count) - 1];
    }
}
