using MechanismDsl.Proofs.Laws;
using MechanismDsl.Proofs.Proving;
using MechanismDsl.Proofs.Stages;
using MechanismDsl.Proofs.Symbolic;
using MechanismDsl.Proofs.Verdicts;

namespace MechanismDsl.Proofs.Loops;

/// <summary>
/// Proves a law for every number of agents at once: all runs of a law go through their loops over the agents together, and a worklist collects the
/// states that they can be in between two turns. A turn is that of the focal agent, of an agent that a variable refers to, or of any other
/// one. The law is then asked of every state in which all runs have ended.
/// </summary>
/// <remarks>A relational invariant in the sense of Benton (2004) and Barthe, Crespo and Kunz (2011), found by exhaustion of a finite abstraction.</remarks>
internal sealed class LoopProver
{
    private readonly AgentModel _model;
    private readonly ObligationSolver _solver;
    private readonly ProofLimits _limits;
    private readonly Budget _budget;
    private readonly ProofTranscript _transcript;
    private readonly CancellationToken _cancellationToken;
    private readonly LoopExecution _execution;
    private readonly Dictionary<string, List<LoopState>> _seen = new(StringComparer.Ordinal);
    private readonly Queue<LoopState> _open = new();
    private PathSearch? _search;

    /// <summary>A proof for one model of the agents.</summary>
    public LoopProver(
        AgentModel model, LoopLaw law, ObligationSolver solver, ProofLimits limits, Budget budget, ProofTranscript transcript, CancellationToken cancellationToken)
    {
        _model = model;
        _execution = new LoopExecution(model, law, Reach);
        _solver = solver;
        _limits = limits;
        _budget = budget;
        _transcript = transcript;
        _cancellationToken = cancellationToken;
    }

    /// <summary>The arithmetic of the proof.</summary>
    public Arithmetic Arithmetic { get; private set; } = Arithmetic.Exact;

    /// <summary>The number of states that were reached.</summary>
    public int States { get; private set; }

    /// <summary>Proves the law, or says what stayed open.</summary>
    public OpenObligation? Prove()
    {
        var open = Walk(_execution.Parts(null));
        while (open is null && _open.Count > 0)
        {
            var state = _open.Dequeue();
            if (_seen[state.Shape].Contains(state))
            {
                States++;
                open = States > _limits.MostLoopStates ? new OpenObligation("a loop over the agents has too many states", -1, null) : Walk(_execution.Parts(state));
            }
        }

        // The invariant: the states that no other one covers.
        foreach (var state in _seen.Values.SelectMany(alike => alike))
        {
            _transcript.State(state);
        }

        return open;
    }

    // Walks all paths of parts of the execution.
    private OpenObligation? Walk(IEnumerable<ProofCase> parts)
    {
        foreach (var part in parts)
        {
            _search = new PathSearch(part, _solver, _limits, _budget, _transcript, _cancellationToken);
            _search.Run();
            Arithmetic = _search.Arithmetic == Arithmetic.Real ? Arithmetic.Real : Arithmetic;
            if (_search.Open is { } open)
            {
                return open;
            }
        }

        return null;
    }

    // Notes the state at the end of a path.
    private void Reach(IDecisions decisions, LoopEnd end)
    {
        if (_search!.Order.IsContradictory)
        {
            return;
        }

        foreach (var value in end.Values)
        {
            Demand.Number(decisions, value, "a variable can be NaN");
        }

        var state = StateAbstraction.Of(_model, _search, end, out var usesReals);
        Arithmetic = usesReals ? Arithmetic.Real : Arithmetic;
        Note(state);
    }

    // A state that another one covers need not be looked at, nor those that this one covers.
    private void Note(LoopState state)
    {
        if (!_seen.TryGetValue(state.Shape, out var alike))
        {
            _seen.Add(state.Shape, alike = []);
        }

        if (!alike.Any(seen => seen.Covers(state)))
        {
            alike.RemoveAll(state.Covers);
            alike.Add(state);
            _open.Enqueue(state);
        }
    }
}
