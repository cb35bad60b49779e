using MechanismDsl.Proofs.Laws;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Symbolic;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Loops;

/// <summary>
/// What all runs of a law do from one state to the next: the beginning, a turn of the focal agent, of an agent that a variable refers to, or of any
/// other one, the end of a loop, and the law where all runs have ended. Nothing is judged here, so that provers and the checker share it.
/// </summary>
/// <param name="model">The agents.</param>
/// <param name="law">The law.</param>
/// <param name="reach">Told where the runs have stopped, at the end of every path.</param>
internal sealed class LoopExecution(AgentModel model, LoopLaw law, Action<IDecisions, LoopEnd> reach)
{
    private readonly IReadOnlyList<RunPlan> _plans = law.Plans(model);

    /// <summary>The parts of the execution that begin in a state.</summary>
    /// <param name="state">The state; null for the beginning.</param>
    public IEnumerable<ProofCase> Parts(LoopState? state)
    {
        if (state is null)
        {
            yield return Part([], [], Begin);
        }
        else if (state.Frames.Count == 0)
        {
            yield return Part([.. state.Facts, .. Crowd(state)], state.Classes, decisions => law.Demand(model, decisions, Restore(state, decisions)));
        }
        else
        {
            var frame = state.Frames[state.Frames.Count - 1];
            var others = state.Classes.Where(index => !frame.Done.Contains(index)).ToArray();

            // A loop down to zero ends before the first agent, or goes on with those that have a number.
            var end = frame.IsDescending ? model.Pool.Constant(Scalar.Of(model.Named - 1)) : model.Number;
            if (frame.IsFocalDone && others.Length == 0)
            {
                yield return Part(At(state, frame, end), state.Classes, decisions => Exit(state, decisions));
            }

            IEnumerable<Term> turns = [.. state.Crowd is null ? [] : new[] { model.Fresh }, .. frame.IsFocalDone ? [] : new[] { model.Focal }, .. others];
            foreach (var index in turns)
            {
                yield return Part(At(state, frame, index), state.Classes, decisions => Turn(state, decisions, index));
            }
        }
    }

    private ProofCase Part(IReadOnlyList<Fact> facts, IReadOnlyList<Term> classes, Action<IDecisions> execute)
    {
        List<Fact> assumptions = [new Fact(Relation.LessOrEqual, model.Low, model.High), .. facts];
        foreach (var index in classes.Concat(model.Focal is Term.Symbol ? [model.Focal] : []).Append(model.Fresh))
        {
            assumptions.Add(new Fact(Relation.Less, index, model.Number));
        }

        return new ProofCase("every number of agents", 0, 0, model.Pool, assumptions, execute);
    }

    private void Begin(IDecisions decisions)
    {
        var runs = _plans.Select(plan => new LoopRun(model, decisions, plan)).ToArray();
        foreach (var run in runs)
        {
            run.Begin();
            run.RunToStop(_ => null);
        }

        Reach(decisions, runs, [], law.RemembersCrowd ? new CrowdSources([model.Anyone], [], null, []) : null);
    }

    // The facts of a state where the innermost loop has come to an index: agents whose turn is over stand before it, the others after it.
    private List<Fact> At(LoopState state, LoopFrame frame, Term index)
    {
        var pool = model.Pool;
        var next = (Term.Symbol)model.Next;
        var facts = state.Facts.Select(fact => fact with { Left = pool.Substitute(fact.Left, next, index), Right = pool.Substitute(fact.Right, next, index) }).ToList();
        facts.AddRange(Crowd(state));
        if (ReferenceEquals(index, model.Fresh))
        {
            facts.AddRange(state.Crowd!.Select(fact => model.Rename(fact, model.Anyone, model.Fresh)));
        }

        var known = state.Classes.Concat(model.Focal is Term.Symbol ? [model.Focal] : []);
        foreach (var other in known.Where(other => !ReferenceEquals(other, index)))
        {
            var isDone = ReferenceEquals(other, model.Focal) ? frame.IsFocalDone : frame.Done.Contains(other);
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
                yield return model.Rename(fact, model.Anyone, model.AnyoneDone(depth));
            }
        }
    }

    private CrowdSources? Sources(LoopState state, Term? current, IReadOnlyList<Term> anyone) => !law.RemembersCrowd ? null : new CrowdSources(
        anyone,
        current is null || state.Classes.Contains(current) ? state.Classes : [.. state.Classes, current],
        ReferenceEquals(current, model.Fresh) ? current : null,
        [.. state.Frames.Select((frame, depth) => frame.Crowd is null ? null : model.AnyoneDone(depth))]);

    private void Turn(LoopState state, IDecisions decisions, Term index)
    {
        var runs = Restore(state, decisions);
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

        if (ReferenceEquals(index, model.Fresh) && IsRemembered(runs, index))
        {
            // Who comes out of the crowd has had its turn in the loops around this one, or not.
            for (var depth = 0; depth < frames.Count - 1; depth++)
            {
                if (decisions.Decide(frames[depth].Precedes(index, frames[depth].Current!)))
                {
                    frames[depth] = frames[depth] with { Done = [.. frames[depth].Done, index] };
                }
            }
        }

        Reach(decisions, runs, frames, Sources(state, ReferenceEquals(index, model.Focal) ? null : index, state.Crowd is null ? [] : [model.Anyone]));
    }

    private static bool IsRemembered(IReadOnlyList<LoopRun> runs, Term index) =>
        runs.Any(run => run.Machine.Scalars.Any(pair => ReferenceEquals(pair.Value, index) && run.Plan.Live[run.At].Contains(pair.Key)));

    private void Exit(LoopState state, IDecisions decisions)
    {
        var runs = Restore(state, decisions);
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
                    runs[run].Machine.Scalars[head.Counter!.Value.Index] = model.Pool.Constant(Scalar.Of(model.Named - 1));
                }
                else
                {
                    runs[run].Machine.Scalars[head.Counter!.Value.Index] = model.Number;
                    runs[run].At = head.Exit;
                }

                Step(runs[run], run, frames);
            }
        }

        // Everybody has had a turn, so that what holds of those in the crowd whose turn is over holds of the whole crowd.
        Reach(decisions, runs, frames, Sources(state, null, frame.Crowd is null ? [] : [model.AnyoneDone(frames.Count)]));
    }

    private static void Step(LoopRun run, int number, IReadOnlyList<LoopFrame> frames) =>
        run.RunToStop(at => frames.FirstOrDefault(frame => frame.Heads[number] == at)?.Current);

    private void Reach(IDecisions decisions, IReadOnlyList<LoopRun> runs, IReadOnlyList<LoopFrame> before, CrowdSources? crowd)
    {
        var frames = LoopFrames.Settle(model, runs, before, crowd is null ? [] : null, out var next);
        reach(decisions, new LoopEnd(runs, frames, crowd, next));
    }

    private LoopRun[] Restore(LoopState state, IDecisions decisions)
    {
        var cells = state.Cells.Select(cell => new FocalCell(model, cell.Value.Kind, cell.Value, cell.Total)).ToArray();
        var runs = new LoopRun[_plans.Count];
        for (var index = 0; index < runs.Length; index++)
        {
            var run = new LoopRun(model, decisions, _plans[index]) { At = state.Runs[index].At };
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

/// <summary>Where all runs have stopped at the end of a path.</summary>
/// <param name="Runs">The runs.</param>
/// <param name="Frames">The loops that they are in.</param>
/// <param name="Crowd">Who was nobody in particular before, or was somebody; null if nothing is kept about those that are forgotten.</param>
/// <param name="Next">What the counter of the innermost loop is now; null if no loop turns.</param>
internal sealed record LoopEnd(IReadOnlyList<LoopRun> Runs, IReadOnlyList<LoopFrame> Frames, CrowdSources? Crowd, Term? Next)
{
    /// <summary>The variables of a run that can still be read.</summary>
    public static IEnumerable<(int Variable, Term Value)> LiveScalars(LoopRun run) =>
        run.Machine.Scalars.Where(pair => run.Plan.Live[run.At].Contains(pair.Key)).OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value));

    /// <summary>What the array variables of a run that can still be read refer to.</summary>
    public static IEnumerable<(int Variable, SymbolicArray Array)> LiveArrays(LoopRun run) =>
        run.Machine.Arrays.Where(pair => run.Plan.Live[run.At].Contains(pair.Key)).OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value));

    /// <summary>All values that can still be read, of which a state knows only how they compare: they must not be NaN.</summary>
    public IEnumerable<Term> Values => Runs.SelectMany(run => LiveScalars(run).Select(pair => pair.Value).Concat(LiveArrays(run).Select(pair => pair.Array).OfType<FocalCell>().Select(cell => cell.Cell)));

    /// <summary>The variables that a state has to say something of: at the head of the innermost loop its counter is the next index, and no variable of its own.</summary>
    public IEnumerable<(int Variable, Term Value)> ScalarsOf(int run)
    {
        var isCounting = Frames.Count > 0 && Frames[Frames.Count - 1] is { Current: null } frame && frame.Heads[run] == Runs[run].At;
        return LiveScalars(Runs[run]).Where(pair => !isCounting || pair.Variable != Runs[run].Head.Counter!.Value.Index);
    }
}
