using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Loops;

/// <summary>Which runs go through which loop together.</summary>
internal static class LoopFrames
{
    /// <summary>
    /// The loops after all runs have stopped: a loop inside the present turn is entered by all runs that have come to one, a turn is over when
    /// its runs are back at their heads, and a loop that all its runs have left is gone.
    /// </summary>
    /// <param name="model">The agents.</param>
    /// <param name="runs">The runs, each at the head of a loop or at its end.</param>
    /// <param name="before">The loops that they were in.</param>
    /// <param name="crowd">What is known of the agents whose turn is over in a loop that has just been entered.</param>
    /// <param name="next">What the counter of the innermost loop is; null if there is none.</param>
    public static IReadOnlyList<LoopFrame> Settle(AgentModel model, IReadOnlyList<LoopRun> runs, IReadOnlyList<LoopFrame> before, IReadOnlyList<Fact>? crowd, out Term? next)
    {
        var frames = before.ToList();
        while (true)
        {
            var top = frames.Count > 0 ? frames[frames.Count - 1] : null;
            var entered = Heads(runs, (run, index) => !run.HasEnded && (top is null || IsInside(run, top.Heads[index])));
            if (Array.FindIndex(entered, head => head >= 0) is >= 0 and var first)
            {
                // Loops in opposite directions are gone through one after the other.
                var isDescending = runs[first].Head.IsDescending;
                entered = [.. entered.Select((head, index) => head >= 0 && runs[index].Head.IsDescending == isDescending ? head : -1)];
                frames.Add(new LoopFrame(entered, Current: null, IsFocalDone: model.Focal is Term.Constant, Done: [], crowd) { IsDescending = isDescending });

                // How far a loop upwards has come bounds what it has counted.
                next = isDescending ? null : model.Pool.Constant(Scalar.Of(model.Named));
                return frames;
            }

            if (top is null)
            {
                next = null;
                return frames;
            }

            var back = Heads(runs, (run, index) => !run.HasEnded && run.At == top.Heads[index]);
            if (back.Any(head => head >= 0))
            {
                frames[frames.Count - 1] = Over(model, top with { Heads = back });
                next = top.Current is null || top.IsDescending ? null : model.Pool.Add(top.Current, model.Pool.Constant(Scalar.Of(1)));
                return frames;
            }

            frames.RemoveAt(frames.Count - 1);
        }
    }

    private static int[] Heads(IReadOnlyList<LoopRun> runs, Func<LoopRun, int, bool> isIn) => [.. runs.Select((run, index) => isIn(run, index) ? run.At : -1)];

    private static bool IsInside(LoopRun run, int head) =>
        head >= 0 && run.At > head && run.At < ((Instruction.Head)run.Plan.Code.Instructions[head]).Exit;

    private static LoopFrame Over(AgentModel model, LoopFrame frame) => frame.Current is not { } current ? frame
        : ReferenceEquals(current, model.Focal) ? frame with { Current = null, IsFocalDone = true }
        : frame with { Current = null, Done = [.. frame.Done, current] };
}
