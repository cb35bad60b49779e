using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Proofs.Loops;

/// <summary>An instruction of a rule whose blocks are resolved to jumps, so that an execution can be stopped at a loop and taken up again.</summary>
internal abstract record Instruction
{
    private Instruction() { }

    /// <summary>An assignment, a reference or a store.</summary>
    internal sealed record Simple(Statement Statement) : Instruction;

    /// <summary>Goes on with the next instruction if the test holds, elsewhere otherwise.</summary>
    internal sealed record Branch(Expression Test) : Instruction
    {
        /// <summary>Where to go if the test does not hold.</summary>
        public int Otherwise { get; set; }
    }

    /// <summary>Goes on elsewhere.</summary>
    internal sealed record Jump : Instruction
    {
        /// <summary>Where.</summary>
        public int Target { get; set; }
    }

    /// <summary>The head of a loop; the next instruction is the first one of its body.</summary>
    /// <param name="Counter">The variable of a loop <c>while (counter &lt; bound)</c> or <c>while (counter ≥ 0)</c>; null for other loops.</param>
    /// <param name="Bound">What the counter is compared with; null for a loop down to zero.</param>
    internal sealed record Head(Variable? Counter, Expression? Bound) : Instruction
    {
        /// <summary>Whether it is a loop down to zero.</summary>
        public bool IsDescending => Counter is not null && Bound is null;

        /// <summary>The first instruction after the test.</summary>
        public int Body { get; set; }

        /// <summary>The first instruction after the loop.</summary>
        public int Exit { get; set; }
    }
}

/// <summary>A rule as a list of instructions.</summary>
internal sealed class FlatCode
{
    private readonly List<Instruction> _instructions = [];
    private readonly Dictionary<int, List<Instruction.Jump>> _exits = [];

    private FlatCode(Rule rule) => Rule = rule;

    /// <summary>The rule.</summary>
    public Rule Rule { get; }

    /// <summary>The instructions; the execution ends after the last one.</summary>
    public IReadOnlyList<Instruction> Instructions => _instructions;

    /// <summary>Resolves a rule.</summary>
    public static FlatCode Of(Rule rule)
    {
        var code = new FlatCode(rule);
        code.Write(rule.Body);
        return code;
    }

    private void Write(EquatableArray<Statement> body)
    {
        foreach (var statement in body)
        {
            Write(statement);
        }
    }

    private void Write(Statement statement)
    {
        switch (statement)
        {
            case Statement.If choice:
                var branch = new Instruction.Branch(choice.Test);
                _instructions.Add(branch);
                Write(choice.Then);
                var after = new Instruction.Jump();
                _instructions.Add(after);
                branch.Otherwise = _instructions.Count;
                Write(choice.Else);
                after.Target = _instructions.Count;
                break;
            case Statement.Loop loop:
                Write(loop);
                break;
            case Statement.Block block:
                _exits[block.Label] = [];
                Write(block.Body);
                foreach (var jump in _exits[block.Label])
                {
                    jump.Target = _instructions.Count;
                }

                break;
            case Statement.Leave leave:
                var left = new Instruction.Jump();
                _exits[leave.Label].Add(left);
                _instructions.Add(left);
                break;
            default:
                _instructions.Add(new Instruction.Simple(statement));
                break;
        }
    }

    // i < bound counts up; 0 ≤ i and −1 < i count down.
    private static (Variable? Counter, Expression? Bound) CounterOf(Expression.Binary test) => test switch
    {
        { Operation: BinaryOperation.Less, Left: Expression.Read up, Right: var bound } => (up.Variable, bound),
        { Operation: BinaryOperation.LessOrEqual, Left: Expression.Constant { Value: var zero }, Right: Expression.Read down } when zero.Equals(Scalar.Of(0)) => (down.Variable, null),
        { Operation: BinaryOperation.Less, Left: Expression.Constant { Value: var below }, Right: Expression.Read down } when below.Equals(Scalar.Of(-1)) => (down.Variable, null),
        _ => (null, null),
    };

    private void Write(Statement.Loop loop)
    {
        (Variable? counter, Expression? bound) = loop.Body.Count > 0 && loop.Body[0] is Statement.If { Then.Count: 0, Else: [Statement.Leave], Test: Expression.Binary test } ? CounterOf(test) : (null, null);
        var start = _instructions.Count;
        var head = new Instruction.Head(counter, bound);
        _instructions.Add(head);
        foreach (var statement in loop.Body)
        {
            Write(statement);
            if (head.Body == 0)
            {
                head.Body = _instructions.Count;
            }
        }

        _instructions.Add(new Instruction.Jump { Target = start });
        head.Exit = _instructions.Count;
    }
}
