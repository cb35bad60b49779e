using MechanismDsl.Proofs.Laws;
using MechanismDsl.Proofs.Proving;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Stages;
using MechanismDsl.Proofs.Symbolic;
using MechanismDsl.Proofs.Terms;
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
    private readonly IReadOnlyList<RunPlan> _plans;
    private readonly LoopLaw _law;
    private readonly ObligationSolver _solver;
    private readonly ProofLimits _limits;
    private readonly Budget _budget;
    private readonly ProofTranscript _transcript;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<string, List<LoopState>> _seen = new(StringComparer.Ordinal);
    private readonly Queue<LoopState> _open = new();

    /// <summary>A proof for one model of the agents.</summary>
    public LoopProver(
        AgentModel model, LoopLaw law, ObligationSolver solver, ProofLimits limits, Budget budget, ProofTranscript transcript, CancellationToken cancellationToken)
    {
        _model = model;
        _law = law;
        _plans = law.Plans(model);
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
        var open = Walk([], start: null, Begin);
        while (open is null && _open.Count > 0)
        {
            var state = _open.Dequeue();
            if (_seen[state.Shape].Contains(state))
            {
                States++;
                open = States > _limits.MostLoopStates ? new OpenObligation("a loop over the agents has too many states", -1, null) : Continue(state);
            }
        }

        return open;
    }

    private OpenObligation? Continue(LoopState state)
    {
        _transcript.State(state);
        if (state.Frames.Count == 0)
        {
            return Walk([.. state.Facts, .. Crowd(state)], state, decisions => _law.Demand(_model, decisions, Restore(state, decisions)));
        }

        var frame = state.Frames[state.Frames.Count - 1];
        var others = state.Classes.Where(index => !frame.Done.Contains(index)).ToArray();
        // A loop down to zero ends before the first agent, or goes on with those that have a number.
        var end = frame.IsDescending ? _model.Pool.Constant(Scalar.Of(_model.Named - 1)) : _model.Number;
        if (frame.IsFocalDone && others.Length == 0 && Walk(At(state, frame, end), state, decisions => Exit(state, decisions)) is { } atExit)
        {
            return atExit;
        }

        IEnumerable<Term> turns = [.. state.Crowd is null ? [] : new[] { _model.Fresh }, .. frame.IsFocalDone ? [] : new[] { _model.Focal }, .. others];
        foreach (var index in turns)
        {
            if (Walk(At(state, frame, index), state, decisions => Turn(state, decisions, index)) is { } open)
            {
                return open;
            }
        }

        return null;
    }

    // The facts of a state where the innermost loop has come to an index: agents whose turn is over stand before it, the others after it.
    private List<Fact> At(LoopState state, LoopFrame frame, Term index)
    {
        var pool = _model.Pool;
        var next = (Term.Symbol)_model.Next;
        var facts = state.Facts.Select(fact => fact with { Left = pool.Substitute(fact.Left, next, index), Right = pool.Substitute(fact.Right, next, index) }).ToList();
        facts.AddRange(Crowd(state));
        if (ReferenceEquals(index, _model.Fresh))
        {
            facts.AddRange(state.Crowd!.Select(fact => _model.Rename(fact, _model.Anyone, _model.Fresh)));
        }

        var known = state.Classes.Concat(_model.Focal is Term.Symbol ? [_model.Focal] : []);
        foreach (var other in known.Where(other => !ReferenceEquals(other, index)))
        {
            var isDone = ReferenceEquals(other, _model.Focal) ? frame.IsFocalDone : frame.Done.Contains(other);
            facts.Add(isDone ? frame.Precedes(other, index) : frame.Precedes(index, other));
        }

        return facts;
    }

    // What is known of those that nothing refers to, said of one that stands for all, and of one that stands for all whose turn is over.
    private IEnumerable<Fact> Crowd(LoopState state)
    {
        foreach (var fact in state.Crowd ?? [])
        {
            yield return fact;
        }

        for (var depth = 0; depth < state.Frames.Count; depth++)
        {
            foreach (var fact in state.Frames[depth].Crowd is { } crowd ? crowd.Concat(state.Crowd ?? []) : [])
            {
                yield return _model.Rename(fact, _model.Anyone, _model.AnyoneDone(depth));
            }
        }
    }

    private CrowdSources? Sources(LoopState state, Term? current, IReadOnlyList<Term> anyone) => !_law.RemembersCrowd ? null : new CrowdSources(
        anyone,
        current is null || state.Classes.Contains(current) ? state.Classes : [.. state.Classes, current],
        ReferenceEquals(current, _model.Fresh) ? current : null,
        [.. state.Frames.Select((frame, depth) => frame.Crowd is null ? null : _model.AnyoneDone(depth))]);

    // Walks all paths of a part of the execution.
    private OpenObligation? Walk(IReadOnlyList<Fact> facts, LoopState? start, Action<PathSearch> execute)
    {
        List<Fact> assumptions = [new Fact(Relation.LessOrEqual, _model.Low, _model.High), .. facts];
        foreach (var index in (start?.Classes ?? []).Concat(_model.Focal is Term.Symbol ? [_model.Focal] : []))
        {
            assumptions.Add(new Fact(Relation.Less, index, _model.Number));
        }

        assumptions.Add(new Fact(Relation.Less, _model.Fresh, _model.Number));

        PathSearch? search = null;
        var part = new ProofCase("every number of agents", 0, 0, _model.Pool, assumptions, _ => execute(search!));
        search = new PathSearch(part, _solver, _limits, _budget, _transcript, _cancellationToken);
        search.Run();
        Arithmetic = search.Arithmetic == Arithmetic.Real ? Arithmetic.Real : Arithmetic;
        return search.Open;
    }

    private void Begin(PathSearch search)
    {
        var runs = _plans.Select(plan => new LoopRun(_model, search, plan)).ToArray();
        foreach (var run in runs)
        {
            run.Begin();
            run.RunToStop(_ => null);
        }

        Reach(search, runs, [], _law.RemembersCrowd ? new CrowdSources([_model.Anyone], [], null, []) : null);
    }

    private void Turn(LoopState state, PathSearch search, Term index)
    {
        var runs = Restore(state, search);
        var frames = state.Frames.ToList();
        var frame = frames[frames.Count - 1] with { Current = index };
        frames[frames.Count - 1] = frame;
        for (var run = 0; run < runs.Length; run++)
        {
            if (frame.Heads[run] >= 0 && runs[run].At == frame.Heads[run])
            {
                var head = runs[run].Head;
                runs[run].Machine.Scalars[head.Counter!.Value.Index] = index;
                runs[run].At = head.Body;
                Step(runs[run], run, frames);
            }
        }

        if (ReferenceEquals(index, _model.Fresh) && IsRemembered(runs, index))
        {
            // Who comes out of the crowd has had its turn in the loops around this one, or not.
            for (var depth = 0; depth < frames.Count - 1; depth++)
            {
                if (search.Decide(frames[depth].Precedes(index, frames[depth].Current!)))
                {
                    frames[depth] = frames[depth] with { Done = [.. frames[depth].Done, index] };
                }
            }
        }

        Reach(search, runs, frames, Sources(state, ReferenceEquals(index, _model.Focal) ? null : index, state.Crowd is null ? [] : [_model.Anyone]));
    }

    private static bool IsRemembered(IReadOnlyList<LoopRun> runs, Term index) =>
        runs.Any(run => run.Machine.Scalars.Any(pair => ReferenceEquals(pair.Value, index) && run.Plan.Live[run.At].Contains(pair.Key)));

    private void Exit(LoopState state, PathSearch search)
    {
        var runs = Restore(state, search);
        var frames = state.Frames.ToList();
        var frame = frames[frames.Count - 1];
        frames.RemoveAt(frames.Count - 1);
        for (var run = 0; run < runs.Length; run++)
        {
            if (frame.Heads[run] >= 0 && runs[run].At == frame.Heads[run])
            {
                var head = runs[run].Head;
                if (head.IsDescending)
                {
                    // The agents with a number follow, the last of them first; without any the counter is −1, and the loop ends.
                    runs[run].Machine.Scalars[head.Counter!.Value.Index] = _model.Pool.Constant(Scalar.Of(_model.Named - 1));
                }
                else
                {
                    runs[run].Machine.Scalars[head.Counter!.Value.Index] = _model.Number;
                    runs[run].At = head.Exit;
                }

                Step(runs[run], run, frames);
            }
        }

        // Everybody has had a turn, so that what holds of those in the crowd whose turn is over holds of the whole crowd.
        Reach(search, runs, frames, Sources(state, null, frame.Crowd is null ? [] : [_model.AnyoneDone(frames.Count)]));
    }

    private static void Step(LoopRun run, int number, IReadOnlyList<LoopFrame> frames) =>
        run.RunToStop(at => frames.FirstOrDefault(frame => frame.Heads[number] == at)?.Current);

    // Notes the state at the end of a path.
    private void Reach(PathSearch search, IReadOnlyList<LoopRun> runs, IReadOnlyList<LoopFrame> before, CrowdSources? crowd)
    {
        if (search.Order.IsContradictory)
        {
            return;
        }

        var frames = LoopFrames.Settle(_model, runs, before, crowd is null ? [] : null, out var next);
        foreach (var value in runs.SelectMany(run => run.Machine.Scalars.Where(pair => run.Plan.Live[run.At].Contains(pair.Key)).Select(pair => pair.Value)))
        {
            Demand.Number(search, value, "a variable can be NaN");
        }

        var state = StateAbstraction.Of(_model, search, runs, frames, crowd, next, out var usesReals);
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

    private LoopRun[] Restore(LoopState state, IDecisions decisions)
    {
        var cells = state.Cells.Select(cell => new FocalCell(_model, cell.Value.Kind, cell.Value, cell.Total)).ToArray();
        var runs = new LoopRun[_plans.Count];
        for (var index = 0; index < runs.Length; index++)
        {
            var run = new LoopRun(_model, decisions, _plans[index]) { At = state.Runs[index].At };
            foreach (var (variable, value) in state.Runs[index].Scalars)
            {
                run.Machine.Scalars[variable] = value;
            }

            foreach (var (variable, array) in state.Runs[index].Arrays)
            {
                run.Machine.Arrays[variable] = array < 0 ? cells[-1 - array] : run.InputArray(array);
            }

            runs[index] = run;
        }

        return runs;
    }
}
