using MechanismDsl.Proofs.Order;
using MechanismDsl.Proofs.Proving;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Symbolic;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Loops;

/// <summary>
/// Forgets everything about a joint execution but what <see cref="LoopState"/> keeps: agents that nothing refers to, how values were computed. What is
/// kept is implied by the path, so every concrete execution along the path is in the state.
/// </summary>
internal sealed partial class StateAbstraction
{
    private readonly AgentModel _model;
    private readonly PathOrder _order;
    private readonly Dictionary<Term, Term> _names = [];
    private readonly HashSet<Scalar> _literals;
    private readonly HashSet<Term> _counted = [];
    private readonly List<Term> _classes = [];
    private readonly List<(Term Old, Term New)> _items = [];
    private int _opaque;
    private bool _usesReals;

    // Where no loop can turn, values cannot grow: they stay formulas, of which the law can ask more than how they compare.
    private readonly bool _keepsStructure;

    private StateAbstraction(AgentModel model, PathOrder order, IReadOnlyList<LoopRun> runs, bool keepsStructure)
    {
        _keepsStructure = keepsStructure;
        _model = model;
        _order = order;
        _literals = [.. runs.SelectMany(run => run.Plan.Literals)];
    }

    /// <summary>The state at the end of a path.</summary>
    /// <param name="model">The agents.</param>
    /// <param name="search">The path.</param>
    /// <param name="end">Where the runs have stopped.</param>
    /// <param name="usesReals">Whether a comparison of the state holds in real arithmetic only.</param>
    public static LoopState Of(AgentModel model, PathSearch search, LoopEnd end, out bool usesReals)
    {
        var (runs, frames, crowd, next) = end;
        var abstraction = new StateAbstraction(model, search.Order, runs, frames.Count == 0);
        abstraction.NameAgents(runs, frames);
        abstraction.NameInputs();
        var cells = new List<FocalCell>();
        var snapshots = runs.Select((run, index) => abstraction.Snapshot(run, end.ScalarsOf(index), cells)).ToArray();
        var contents = cells.Select(cell => (abstraction.NameOf(cell.Cell), cell.Total is null or Term.Constant ? cell.Total : abstraction.NameOf(cell.Total))).ToArray();
        var renamed = frames.Select(abstraction.Rename).ToArray();
        if (next is not null)
        {
            abstraction._items.Add((next, model.Next));
        }

        abstraction.NameLiterals();

        IReadOnlyList<Fact>? everybodyElse = [];
        if (crowd is not null)
        {
            var forgotten = crowd.Known.Where(agent => !abstraction._names.ContainsKey(agent)).ToArray();
            everybodyElse = abstraction.FactsAboutAll([.. crowd.Anyone, .. forgotten]);
            renamed = [.. frames.Select((frame, depth) => renamed[depth] with { Crowd = abstraction.FactsAboutAll([.. crowd.Done(frame, depth, forgotten)]) })];
        }

        var state = new LoopState(snapshots, contents, renamed, abstraction._classes, abstraction.Facts(), everybodyElse);
        usesReals = abstraction._usesReals;
        return state;
    }

    private void NameAgents(IReadOnlyList<LoopRun> runs, IReadOnlyList<LoopFrame> frames)
    {
        foreach (var value in runs.SelectMany(LoopEnd.LiveScalars).Select(pair => pair.Value).Concat(frames.Select(frame => frame.Current).OfType<Term>()))
        {
            if (!_model.IsOther(value) || _names.ContainsKey(value))
            {
                continue;
            }

            var index = _model.ClassIndex(_classes.Count);
            _classes.Add(index);
            foreach (var (from, to) in _model.Renaming(value, index))
            {
                _names[from] = to;
            }
        }
    }

    // Inputs keep their names, and so does everything that the path has compared and that is made of inputs only.
    private void NameInputs()
    {
        foreach (var term in _order.Graph.Nodes.ToArray().Concat([_model.Low, _model.High]))
        {
            if (Renamed(term) is { } name && !_items.Any(item => ReferenceEquals(item.Old, term)))
            {
                _items.Add((term, name));
            }
        }
    }

    // Values of which only comparisons are known are compared with what the rules write down too.
    private void NameLiterals()
    {
        var kinds = new HashSet<ScalarKind>(_items.Where(item => item.New is Term.Symbol { Role: SymbolRole.Opaque } && !ReferenceEquals(item.New, _model.Next)).Select(item => item.New.Kind));
        foreach (var literal in _literals.Append(Scalar.Of(0.0)).Where(literal => kinds.Contains(literal.Kind)).Distinct())
        {
            var constant = _model.Pool.Constant(literal);
            if (!_items.Any(item => ReferenceEquals(item.Old, constant)))
            {
                _items.Add((constant, constant));
            }
        }
    }

    private RunSnapshot Snapshot(LoopRun run, IEnumerable<(int Variable, Term Value)> variables, List<FocalCell> cells)
    {
        var scalars = variables.Select(pair => (pair.Variable, NameOf(pair.Value))).ToArray();
        var arrays = LoopEnd.LiveArrays(run).Select(pair => (pair.Variable, ArrayNumber(pair.Array, cells))).ToArray();
        return new RunSnapshot(run.At, scalars, arrays);
    }

    private static int ArrayNumber(SymbolicArray array, List<FocalCell> cells)
    {
        switch (array)
        {
            case ReportArray:
                return 0;
            case PublicArray known:
                return 1 + known.Input;
            case FocalCell cell:
                if (!cells.Contains(cell))
                {
                    cells.Add(cell);
                }

                return -1 - cells.IndexOf(cell);
            default:
                throw new RuleFailureException("an array that is not one of all agents is carried through a loop", -1);
        }
    }

    private LoopFrame Rename(LoopFrame frame) => frame with
    {
        Current = frame.Current is null ? null : Renamed(frame.Current),
        Done = [.. frame.Done.Where(_names.ContainsKey).Select(index => _names[index]).OrderBy(index => index.Id)],
    };

    // The name of a value: itself, if it is made of inputs alone, otherwise an opaque one; the same value has the same name in all runs.
    private Term NameOf(Term value)
    {
        // A number that is not written in a rule is one that a loop has counted up to: there would be no end of states.
        var isKept = value is Term.Constant constant
            ? _keepsStructure || constant.Kind == ScalarKind.Boolean || _literals.Contains(constant.Value) || constant.Value == Scalar.Zero(constant.Kind)
            : (value is Term.Symbol || ReferenceEquals(value, _model.Last)) && Renamed(value) is not null;
        if (isKept)
        {
            if (value is Term.Constant { Kind: ScalarKind.Int32, Range.Low: > 0 } && _counted.Add(value) && !_items.Any(item => ReferenceEquals(item.Old, value)))
            {
                _items.Add((value, value));
            }

            return Renamed(value)!;
        }

        if (_keepsStructure || value is Term.Unary { Operation: UnaryOperation.Negate })
        {
            switch (value)
            {
                case Term.Unary unary:
                    return _model.Pool.Unary(unary.Operation, NameOf(unary.Operand));
                case Term.Binary binary:
                    return _model.Pool.Binary(binary.Operation, NameOf(binary.Left), NameOf(binary.Right));
                case Term.Convert convert:
                    return _model.Pool.Convert(convert.Kind, NameOf(convert.Operand));
            }
        }

        if (!_names.TryGetValue(value, out var name))
        {
            name = _model.Opaque(value.Kind, _opaque++);
            _names.Add(value, name);
            _items.Add((value, name));
        }

        return name;
    }

    private Term? Renamed(Term term)
    {
        if (_names.TryGetValue(term, out var known))
        {
            return known;
        }

        switch (term)
        {
            case Term.Constant:
                return term;
            case Term.Symbol symbol:
                return symbol.Role is SymbolRole.Focal or SymbolRole.FocalOther || ReferenceEquals(symbol, _model.Focal) || ReferenceEquals(symbol, _model.Number) || _model.IsInputOfNamed(symbol) ? symbol : null;
            case Term.Unary unary:
                return Renamed(unary.Operand) is { } operand ? _model.Pool.Unary(unary.Operation, operand) : null;
            case Term.Binary binary:
                return Renamed(binary.Left) is { } left && Renamed(binary.Right) is { } right ? _model.Pool.Binary(binary.Operation, left, right) : null;
            case Term.Convert convert:
                return Renamed(convert.Operand) is { } from ? _model.Pool.Convert(convert.Kind, from) : null;
            default:
                return null;
        }
    }

    // Which comparisons a state keeps: more of them would be true too, but would only multiply the states. Indices are compared with each other,
    // and a counter with the index that it cannot pass.
    private bool IsTold(Term a, Term b)
    {
        if (!IsIndex(a) && !IsIndex(b))
        {
            return a is not Term.Constant || b is not Term.Constant;
        }

        return IsIndex(a) && IsIndex(b)
            ? !ReferenceEquals(a, _model.Number) && !ReferenceEquals(b, _model.Number)
            : (ReferenceEquals(a, _model.Next) && IsCounted(b)) || (ReferenceEquals(b, _model.Next) && IsCounted(a));
    }

    private bool IsCounted(Term term) => term is not Term.Constant || _counted.Contains(term);

    private bool IsIndex(Term term) =>
        ReferenceEquals(term, _model.Number) || ReferenceEquals(term, _model.Next) || (ReferenceEquals(term, _model.Focal) && term is Term.Symbol) || _model.IsOther(term);

    private List<Fact> Facts()
    {
        var facts = new List<Fact>();
        foreach (var (a, newA) in _items)
        {
            foreach (var (b, newB) in _items)
            {
                if (ReferenceEquals(a, b) || a.Kind != b.Kind || !IsTold(newA, newB))
                {
                    continue;
                }

                if (Compare(a, b) is { } relation)
                {
                    facts.Add(new Fact(relation, newA, newB));
                }
            }
        }

        return [.. facts.Distinct().OrderBy(fact => fact.ToString(), StringComparer.Ordinal)];
    }

    private Relation? Compare(Term left, Term right)
    {
        if (_order.Decide(Relation.Less, left, right) == true)
        {
            return Relation.Less;
        }

        var entailment = _order.FollowsDirectly(left, right);
        _usesReals |= entailment == Entailment.Real;
        return entailment == Entailment.Open ? null : Relation.LessOrEqual;
    }
}
