using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Proofs.Evaluation;

/// <summary>
/// Turns a rule into closures, one for every node. Nothing is emitted, because a compiler's process is no place for generated IL, and compiling
/// takes microseconds.
/// </summary>
/// <remarks>
/// An expression that fails says so in the frame and yields zero; the statement around it ends the run. Expressions have no side effects, so what is
/// computed from such a zero in between is never seen.
/// </remarks>
internal sealed partial class RuleCompiler
{
    private readonly bool _traces;
    private readonly List<int> _labels = [];
    private int _variables;

    private RuleCompiler(bool traces) => _traces = traces;

    /// <summary>The code of the rule's body, and the number of variables that its frame needs.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="traces">Whether a run notes the branches it takes; it is slower then.</param>
    public static (StatementCode Body, int Variables) Compile(Rule rule, bool traces)
    {
        var compiler = new RuleCompiler(traces);
        foreach (var parameter in rule.Parameters)
        {
            compiler.Number(parameter.Variable);
        }

        compiler.Number(rule.Result);
        return (compiler.Sequence(rule.Body), compiler._variables);
    }

    private int Number(Variable variable)
    {
        _variables = Math.Max(_variables, variable.Index + 1);
        return variable.Index;
    }

    private StatementCode Sequence(EquatableArray<Statement> statements)
    {
        var code = new StatementCode[statements.Count];
        for (var position = 0; position < code.Length; position++)
        {
            code[position] = Compile(statements[position]);
        }

        switch (code.Length)
        {
            case 0:
                return static _ => Exit.Next;
            case 1:
                return code[0];
            case 2:
                var (first, second) = (code[0], code[1]);
                return frame =>
                {
                    var exit = first(frame);
                    return exit == Exit.Next ? second(frame) : exit;
                };
            default:
                return frame =>
                {
                    foreach (var statement in code)
                    {
                        var exit = statement(frame);
                        if (exit != Exit.Next)
                        {
                            return exit;
                        }
                    }

                    return Exit.Next;
                };
        }
    }

    private StatementCode Compile(Statement statement) => statement switch
    {
        Statement.Assign assign => Assign(assign),
        Statement.Refer refer => Refer(refer),
        Statement.Store store => Store(store),
        Statement.If choice => If(choice),
        Statement.Loop loop => Loop(loop),
        Statement.Block block => Block(block),
        Statement.Leave leave => Leave(leave),
        Statement.Fail fail => Fail(fail),
        _ => throw new ArgumentOutOfRangeException(nameof(statement)),
    };

    private static int After(Frame frame) => frame.HasEnded ? Exit.End : Exit.Next;

    private StatementCode Assign(Statement.Assign assign)
    {
        var target = Number(assign.Target);
        switch (assign.Target.Kind)
        {
            case ScalarKind.Double:
                var number = Double(assign.Value);
                return frame =>
                {
                    frame.Doubles[target] = number(frame);
                    return After(frame);
                };
            case ScalarKind.Decimal:
                var exact = Decimal(assign.Value);
                return frame =>
                {
                    frame.Decimals[target] = exact(frame);
                    return After(frame);
                };
            case ScalarKind.Boolean:
                var test = Boolean(assign.Value);
                return frame =>
                {
                    frame.Longs[target] = test(frame) ? 1 : 0;
                    return After(frame);
                };
            default:
                var whole = Integer(assign.Value);
                return frame =>
                {
                    frame.Longs[target] = whole(frame);
                    return After(frame);
                };
        }
    }

    private StatementCode Refer(Statement.Refer refer)
    {
        var (target, array) = (Number(refer.Target), Array(refer.Array));
        return frame =>
        {
            frame.Arrays[target] = array(frame);
            return After(frame);
        };
    }

    private StatementCode Store(Statement.Store store)
    {
        var (array, index) = (Array(store.Array), Integer(store.Index));
        switch (store.Array.Kind)
        {
            case ScalarKind.Double:
                var number = Double(store.Value);
                return frame =>
                {
                    var (cells, value) = (array(frame), number(frame));
                    if (TryCell(frame, cells, index(frame), out var cell))
                    {
                        cells.Doubles[cell] = value;
                    }

                    return After(frame);
                };
            case ScalarKind.Decimal:
                var exact = Decimal(store.Value);
                return frame =>
                {
                    var (cells, value) = (array(frame), exact(frame));
                    if (TryCell(frame, cells, index(frame), out var cell))
                    {
                        cells.Decimals[cell] = value;
                    }

                    return After(frame);
                };
            case ScalarKind.Boolean:
                var test = Boolean(store.Value);
                return frame =>
                {
                    var (cells, value) = (array(frame), test(frame));
                    if (TryCell(frame, cells, index(frame), out var cell))
                    {
                        cells.Longs[cell] = value ? 1 : 0;
                    }

                    return After(frame);
                };
            default:
                var whole = Integer(store.Value);
                return frame =>
                {
                    var (cells, value) = (array(frame), whole(frame));
                    if (TryCell(frame, cells, index(frame), out var cell))
                    {
                        cells.Longs[cell] = value;
                    }

                    return After(frame);
                };
        }
    }

    /// <summary>The cell that is written, unless the run has failed or fails here.</summary>
    private static bool TryCell(Frame frame, ArrayValue cells, long index, out int cell)
    {
        cell = (int)index;
        if (cells.IsFixed)
        {
            throw new InvalidOperationException("a rule writes to a table");
        }

        if ((ulong)index >= (ulong)cells.Length)
        {
            frame.Fail(nameof(IndexOutOfRangeException));
        }

        return !frame.HasEnded;
    }

    private StatementCode If(Statement.If choice)
    {
        var test = Traced(Boolean(choice.Test), choice.Site);
        var (then, otherwise) = (Sequence(choice.Then), Sequence(choice.Else));
        return frame => test(frame) ? frame.HasEnded ? Exit.End : then(frame)
            : frame.HasEnded ? Exit.End : otherwise(frame);
    }

    private BooleanCode Traced(BooleanCode test, int site) => !_traces || site < 0
        ? test
        : frame =>
        {
            var taken = test(frame);
            frame.Record(site, taken);
            return taken;
        };

    private StatementCode Loop(Statement.Loop loop)
    {
        var body = Sequence(loop.Body);
        return frame =>
        {
            while (frame.Step())
            {
                var exit = body(frame);
                if (exit != Exit.Next)
                {
                    return exit;
                }
            }

            return Exit.End;
        };
    }

    private StatementCode Block(Statement.Block block)
    {
        var label = block.Label;
        _labels.Add(label);
        var body = Sequence(block.Body);
        _labels.RemoveAt(_labels.Count - 1);
        var own = Own(label);
        return frame =>
        {
            var exit = body(frame);
            return exit == own ? Exit.Next : exit;
        };
    }

    private StatementCode Leave(Statement.Leave leave)
    {
        if (!_labels.Contains(leave.Label))
        {
            throw new ArgumentException($"no block {leave.Label} is around a statement that leaves it", nameof(leave));
        }

        var exit = Own(leave.Label);
        return _ => exit;
    }

    /// <summary>Labels are any numbers; exits are not negative, except <see cref="Exit"/>'s own.</summary>
    private static int Own(int label) => label >= 0 ? label : throw new ArgumentOutOfRangeException(nameof(label), "labels of blocks are not negative");

    private static StatementCode Fail(Statement.Fail fail)
    {
        var exception = fail.Exception;
        return frame =>
        {
            frame.Fail(exception);
            return Exit.End;
        };
    }
}
