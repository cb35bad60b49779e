using MechanismDsl.Proofs.Rules;

namespace MechanismDsl.Proofs.Loops;

/// <summary>Which variables can still be read from an instruction on; the others are no part of a state.</summary>
internal static class Liveness
{
    /// <summary>For every instruction, and for the end, the numbers of the live variables.</summary>
    public static IReadOnlyList<HashSet<int>> Of(FlatCode code)
    {
        var instructions = code.Instructions;
        var live = Enumerable.Range(0, instructions.Count + 1).Select(_ => new HashSet<int>()).ToArray();
        live[instructions.Count].Add(code.Rule.Result.Index);
        for (var changed = true; changed;)
        {
            changed = false;
            for (var at = instructions.Count - 1; at >= 0; at--)
            {
                changed |= Flow(instructions[at], at, live);
            }
        }

        return live;
    }

    private static bool Flow(Instruction instruction, int at, HashSet<int>[] live)
    {
        var before = live[at].Count;
        switch (instruction)
        {
            case Instruction.Simple { Statement: var statement }:
                var kept = new HashSet<int>(live[at + 1]);
                if (statement is Statement.Assign assign)
                {
                    kept.Remove(assign.Target.Index);
                }
                else if (statement is Statement.Refer refer)
                {
                    kept.Remove(refer.Target.Index);
                }

                live[at].UnionWith(kept);
                RuleWalk.Reads(statement, live[at]);
                break;
            case Instruction.Branch branch:
                live[at].UnionWith(live[at + 1]);
                live[at].UnionWith(live[branch.Otherwise]);
                RuleWalk.Reads(branch.Test, live[at]);
                break;
            case Instruction.Jump jump:
                live[at].UnionWith(live[jump.Target]);
                break;
            default:
                live[at].UnionWith(live[at + 1]);
                break;
        }

        return live[at].Count != before;
    }
}
