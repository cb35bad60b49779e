using System.Text;
using MechanismDsl.Proofs.Loops;
using MechanismDsl.Proofs.Stages;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Proving;

/// <summary>Collects what a proof has closed, as the text of its certificate.</summary>
internal sealed class ProofTranscript
{
    private readonly StringBuilder _text = new();
    private readonly List<string> _techniques = [];

    /// <summary>The techniques used, in the order of their first use.</summary>
    public string Technique => _techniques.Count == 0 ? "evaluation" : string.Join(", ", _techniques);

    /// <summary>The text so far.</summary>
    public string Text => _text.ToString();

    /// <summary>Begins a case.</summary>
    public void Case(string name) => _text.Append("case ").Append(name).Append('\n');

    /// <summary>A state of a relational invariant.</summary>
    public void State(LoopState state) => _text.Append("  state ").Append(state).Append('\n');

    /// <summary>An obligation that was closed.</summary>
    public void Closed(Obligation obligation, StageResult.Closed closed)
    {
        var technique = closed.Certificate.Split([';', ' ', ':'], 2)[0];
        if (!_techniques.Contains(technique))
        {
            _techniques.Add(technique);
        }

        _text.Append("  ").Append(obligation).Append(" by ").Append(closed.Certificate).Append('\n');
    }
}
