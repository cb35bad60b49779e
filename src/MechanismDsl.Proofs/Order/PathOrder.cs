using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Order;

/// <summary>
/// What the facts of a path say about comparisons: chains through the graph, ranges narrowed by comparisons with constants, and the rules on
/// top of both.
/// </summary>
internal sealed class PathOrder : OrderRules
{
    private const int DeepestRule = 12;

    private readonly OrderGraph _graph;
    private readonly Dictionary<Term, ValueRange> _ranges = [];
    private readonly Dictionary<(Term, Term), Entailment> _known = [];
    private int _depth;
    private int _nodesSeen;

    /// <summary>The order of an empty path.</summary>
    public PathOrder(StaticOrder @static) => _graph = new OrderGraph(@static);

    private PathOrder(OrderGraph graph) => _graph = graph;

    /// <summary>Whether the facts contradict each other by a chain.</summary>
    public bool IsContradictory => _graph.Contradiction is not null;

    /// <summary>Whether something was taken to be monotone that is so in real arithmetic only.</summary>
    public bool UsesReals => _graph.UsesReals;

    /// <summary>The graph, for writing certificates.</summary>
    public OrderGraph Graph => _graph;

    /// <summary>Comparisons made so far by this order and all that share its beginning.</summary>
    public long Comparisons => _graph.Static.Comparisons;

    /// <summary>A copy that can be changed apart.</summary>
    public PathOrder Clone() => new(_graph.Clone());

    /// <summary>Adds a fact.</summary>
    public void Add(Fact fact)
    {
        _graph.Add(fact);
        Forget();
    }

    /// <summary>True or false if the facts decide a comparison (≤ or &lt; only), by chains and ranges; null otherwise.</summary>
    public bool? Decide(Relation relation, Term left, Term right)
    {
        if (relation == Relation.LessOrEqual)
        {
            return IsBelow(left, right) ? true : IsStrictlyBelow(right, left) ? false : null;
        }

        return IsStrictlyBelow(left, right) ? true : IsBelow(right, left) ? false : null;
    }

    /// <summary>How far a ≤ b follows from the facts.</summary>
    public Entailment LessOrEqual(Term a, Term b)
    {
        _graph.NodeOf(a);
        _graph.NodeOf(b);
        return Compare(a, b);
    }

    /// <summary>The same without looking for a node in between; what the graph is closed under needs none.</summary>
    public Entailment FollowsDirectly(Term a, Term b)
    {
        _graph.NodeOf(a);
        _graph.NodeOf(b);
        _depth++;
        var result = Compare(a, b);
        _depth--;
        return result;
    }

    /// <summary>The values that a term can have on this path.</summary>
    public ValueRange Range(Term term) => RangeOf(term);

    /// <inheritdoc/>
    protected override Entailment Compare(Term a, Term b)
    {
        if (ReferenceEquals(a, b))
        {
            return Entailment.Exact;
        }

        if (_known.TryGetValue((a, b), out var known))
        {
            return known;
        }

        _graph.Static.Count();
        if (_graph.Has(a) && _graph.Has(b) && _graph.IsBelow(a, b))
        {
            return _known[(a, b)] = _graph.UsesReals ? Entailment.Real : Entailment.Exact;
        }

        ValueRange left = RangeOf(a), right = RangeOf(b);
        if (!left.MayBeNaN && !right.MayBeNaN && left.High <= right.Low)
        {
            return _known[(a, b)] = Entailment.Exact;
        }

        if (_depth >= DeepestRule)
        {
            return Entailment.Open;
        }

        _depth++;
        var result = Max(Derive(a, b), a is Term.Symbol && b is Term.Symbol ? Entailment.Open : Through(a, b));
        _depth--;
        return _known[(a, b)] = result;
    }

    /// <inheritdoc/>
    protected override ValueRange RangeOf(Term term)
    {
        if (_ranges.TryGetValue(term, out var known))
        {
            return known;
        }

        var range = term switch
        {
            Term.Unary unary => RangeRules.Of(unary.Operation, unary.Operand.Kind, RangeOf(unary.Operand)),
            Term.Binary binary => RangeRules.Of(binary.Operation, binary.Kind, RangeOf(binary.Left), RangeOf(binary.Right)),
            Term.Convert convert => RangeRules.Convert(convert.Operand.Kind, convert.Kind, RangeOf(convert.Operand)),
            _ => term.Range,
        };
        range = range.MayBeNaN ? range : range.Within(term.Range.Low, term.Range.High);
        return _ranges[term] = Narrowed(term, range);
    }

    // One step by the graph at either end, the rest by the rules: a ≤ node ≤ b.
    private Entailment Through(Term a, Term b)
    {
        if (_depth > 1)
        {
            return Entailment.Open;
        }

        var best = Entailment.Open;
        for (var node = 0; node < _graph.Nodes.Count && best != Entailment.Exact; node++)
        {
            var middle = _graph.Nodes[node];
            if (ReferenceEquals(middle, a) || ReferenceEquals(middle, b))
            {
                continue;
            }

            if (_graph.Has(b) && _graph.IsBelow(middle, b))
            {
                best = Max(best, Link(Derive(a, middle), middle, b));
            }
            else if (_graph.Has(a) && _graph.IsBelow(a, middle))
            {
                best = Max(best, Link(Derive(middle, b), a, middle));
            }
        }

        return best;
    }

    private Entailment Link(Entailment derived, Term from, Term to)
    {
        if (derived == Entailment.Open)
        {
            return derived;
        }

        return _graph.UsesReals ? Entailment.Real : derived;
    }

    // Ranges first: they need no node.
    private bool IsBelow(Term a, Term b)
    {
        ValueRange left = RangeOf(a), right = RangeOf(b);
        return (!left.MayBeNaN && !right.MayBeNaN && left.High <= right.Low) || _graph.IsBelow(a, b);
    }

    private bool IsStrictlyBelow(Term a, Term b)
    {
        ValueRange left = RangeOf(a), right = RangeOf(b);
        return (!left.MayBeNaN && !right.MayBeNaN && left.High < right.Low) || _graph.IsStrictlyBelow(a, b);
    }

    // What a node is compared with narrows its range; a strict comparison by one unit in the last place, or by one.
    private ValueRange Narrowed(Term term, ValueRange range)
    {
        if (term is Term.Constant || !_graph.Has(term))
        {
            return range;
        }

        foreach (var node in _graph.Nodes)
        {
            if (ReferenceEquals(node, term) || node.Range.MayBeNaN)
            {
                continue;
            }

            var above = node.Range.High;
            if (above <= range.High && _graph.IsBelow(term, node))
            {
                var isStrict = _graph.IsStrictlyBelow(term, node);
                var high = isStrict ? Steps.Below(term.Kind, above) : above;
                if (high < range.High)
                {
                    range = range with { High = high };
                }
            }

            var below = node.Range.Low;
            if (below >= range.Low && _graph.IsBelow(node, term))
            {
                var isStrict = _graph.IsStrictlyBelow(node, term);
                var low = isStrict ? Steps.Above(term.Kind, below) : below;
                if (low > range.Low)
                {
                    range = range with { Low = low };
                }
            }
        }

        // Facts that no value satisfies leave an empty range; the path is then contradictory and every answer about it is right.
        return range.Low <= range.High ? range : new ValueRange(range.High, range.Low, range.MayBeNaN);
    }

    /// <summary>Forgets ranges that may be narrower by now, because terms have become nodes: 0 &lt; s ≤ s′ says something of s′ only if s′ is one.</summary>
    public void Refresh()
    {
        if (_graph.Nodes.Count != _nodesSeen)
        {
            Forget();
        }
    }

    private void Forget()
    {
        _nodesSeen = _graph.Nodes.Count;
        _ranges.Clear();
        _known.Clear();
    }
}
