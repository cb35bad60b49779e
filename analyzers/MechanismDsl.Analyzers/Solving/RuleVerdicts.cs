using MechanismDsl.Proofs;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Verdicts;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Analyzers.Solving;

/// <summary>
/// Answers about rules, reached once for each content: the key is the question with the canonical text of its rules, without the names of methods
/// and parameters. It holds no symbol, syntax or compilation. An unrelated edit, a comment or another name proves nothing anew.
/// </summary>
internal static class RuleVerdicts
{
    // Some hundred mechanisms with up to three rules, about eight questions each, in two tiers.
    private const int Capacity = 8192;

    private static readonly BoundedCache<(Question Question, Effort Effort), Verdict> Cache = new(Capacity);

    private static int _decided;

    /// <summary>How often the engine was asked since the process began.</summary>
    public static int Decided => Volatile.Read(ref _decided);

    /// <summary>The engine's answer, in the author's words.</summary>
    public static Verdict Of(Question question, Effort effort, CancellationToken cancellation) => WithNames(question, Cache.GetOrAdd((WithoutNames(question), effort), key =>
    {
        Interlocked.Increment(ref _decided);
        return Engine.Decide(key.Question, key.Effort, cancellation);
    }));

    private static Question WithoutNames(Question question) => question with
    {
        System = question.System with { Inputs = question.System.Inputs.Select((input, index) => input with { Name = Mark(index) }).ToEquatableArray() },
    };

    private static Verdict WithNames(Question question, Verdict verdict) => verdict is not Verdict.Undecided open ? verdict
        : open with { Reason = question.System.Inputs.Select((input, index) => (input.Name, Mark: Mark(index))).Aggregate(open.Reason, (text, input) => text.Replace(input.Mark, input.Name)) };

    // What stands for the name of an input in an answer that mechanisms with other names share.
    private static string Mark(int input) => FormattableString.Invariant($"#{input}#");
}
