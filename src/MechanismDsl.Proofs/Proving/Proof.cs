using MechanismDsl.Proofs.Loops;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Verdicts;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Proofs.Proving;

/// <summary>What has been proved of a question: for every number of agents from some number on, and for single numbers.</summary>
/// <param name="loops">The proof for every number of agents; null if there is none.</param>
internal sealed class Proof(LoopProof? loops)
{
    private readonly List<int> _numbers = [];
    private Arithmetic _arithmetic = loops?.Arithmetic ?? Arithmetic.Exact;

    /// <summary>Where closed obligations are written down.</summary>
    public ProofTranscript Transcript { get; } = loops?.Transcript ?? new ProofTranscript();

    /// <summary>Whether a single number of agents is proved.</summary>
    public bool HasNumbers => _numbers.Count > 0;

    /// <summary>Adds a number of agents.</summary>
    public void Add(int agents, Arithmetic arithmetic)
    {
        _numbers.Add(agents);
        _arithmetic = arithmetic == Arithmetic.Real ? Arithmetic.Real : _arithmetic;
    }

    /// <summary>The verdict, with exactly the scope that was proved.</summary>
    public Verdict.Proved Verdict(Question question)
    {
        Scope scope = Reduction.IsAboutOneAgent(question) ? new Scope.EveryNumber()
            : loops is not null ? new Scope.AtLeast(HasNumbers ? _numbers[0] : loops.From)
            : new Scope.Numbers(_numbers.ToEquatableArray());
        var technique = loops is null ? Transcript.Technique : FormattableString.Invariant($"loop of {loops.States} states, {Transcript.Technique}");
        return new Verdict.Proved(scope, _arithmetic, new Certificate(technique, Transcript.Text));
    }
}
