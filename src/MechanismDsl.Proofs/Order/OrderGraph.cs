using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Order;

/// <summary>
/// The comparisons of a path, closed under transitivity. Nodes are whole sides of comparisons; edges are the facts of the path and the static
/// order. Closed with bit sets, so that asking costs nothing and adding a fact costs n²/64 steps.
/// </summary>
internal sealed class OrderGraph
{
    private readonly StaticOrder _static;
    private readonly List<Term> _nodes = [];
    private readonly Dictionary<Term, int> _index = [];
    private readonly List<OrderEdge> _facts = [];
    private readonly List<BitRow> _weak = [];
    private readonly List<BitRow> _strict = [];

    /// <summary>The graph without facts.</summary>
    public OrderGraph(StaticOrder @static) => _static = @static;

    private OrderGraph(OrderGraph other)
    {
        _static = other._static;
        _nodes.AddRange(other._nodes);
        _facts.AddRange(other._facts);
        foreach (var pair in other._index)
        {
            _index.Add(pair.Key, pair.Value);
        }

        _weak.AddRange(other._weak.Select(row => row.Copy()));
        _strict.AddRange(other._strict.Select(row => row.Copy()));
        Contradiction = other.Contradiction;
        UsesReals = other.UsesReals;
    }

    /// <summary>What holds on every path; shared by all copies.</summary>
    public StaticOrder Static => _static;

    /// <summary>The nodes, in the order of arrival.</summary>
    public IReadOnlyList<Term> Nodes => _nodes;

    /// <summary>The direct comparisons that start at a node: facts of the path, and what the static order says.</summary>
    public IEnumerable<OrderEdge> EdgesFrom(int node)
    {
        foreach (var edge in _facts)
        {
            if (edge.From == node)
            {
                yield return edge;
            }
        }

        for (var other = 0; other < _nodes.Count; other++)
        {
            if (other != node && _static.LessOrEqual(_nodes[node], _nodes[other]) != Entailment.Open)
            {
                yield return new OrderEdge(node, other, StaticOrder.Less(_nodes[node], _nodes[other]));
            }
        }
    }

    /// <summary>A node that is below itself; null while the facts are consistent.</summary>
    public Term? Contradiction { get; private set; }

    /// <summary>Whether an edge holds in real arithmetic only.</summary>
    public bool UsesReals { get; private set; }

    /// <summary>A copy that can be changed apart.</summary>
    public OrderGraph Clone() => new(this);

    /// <summary>Adds a fact of the path.</summary>
    public void Add(Fact fact)
    {
        var (left, right) = (NodeOf(fact.Left), NodeOf(fact.Right));
        switch (fact.Relation)
        {
            case Relation.LessOrEqual or Relation.Less:
                AddEdge(left, right, fact.Relation == Relation.Less, isFact: true);
                break;
            case Relation.Equal:
                AddEdge(left, right, isStrict: false, isFact: true);
                AddEdge(right, left, isStrict: false, isFact: true);
                break;
            default:
                // a ≠ b says something here only if one of them is known to be below the other.
                if (_weak[left][right])
                {
                    AddEdge(left, right, isStrict: true, isFact: true);
                }
                else if (_weak[right][left])
                {
                    AddEdge(right, left, isStrict: true, isFact: true);
                }

                break;
        }
    }

    /// <summary>Makes a term a node, so that it takes part in chains.</summary>
    public int NodeOf(Term term)
    {
        if (_index.TryGetValue(term, out var known))
        {
            return known;
        }

        var node = _nodes.Count;
        _nodes.Add(term);
        _index.Add(term, node);
        _weak.Add(new BitRow());
        _strict.Add(new BitRow());
        _weak[node][node] = true;
        for (var other = 0; other < node; other++)
        {
            Connect(other, node);
            Connect(node, other);
        }

        return node;
    }

    /// <summary>Whether a ≤ b follows by transitivity; both become nodes.</summary>
    public bool IsBelow(Term a, Term b) => _weak[NodeOf(a)][NodeOf(b)];

    /// <summary>Whether a &lt; b follows by transitivity; both become nodes.</summary>
    public bool IsStrictlyBelow(Term a, Term b) => _strict[NodeOf(a)][NodeOf(b)];

    /// <summary>Whether a term is a node already.</summary>
    public bool Has(Term term) => _index.ContainsKey(term);

    private void Connect(int from, int to)
    {
        var entailment = _static.LessOrEqual(_nodes[from], _nodes[to]);
        if (entailment == Entailment.Open)
        {
            return;
        }

        UsesReals |= entailment == Entailment.Real;
        AddEdge(from, to, StaticOrder.Less(_nodes[from], _nodes[to]), isFact: false);
    }

    private void AddEdge(int from, int to, bool isStrict, bool isFact)
    {
        if (isFact)
        {
            _facts.Add(new OrderEdge(from, to, isStrict));
        }

        if (isStrict ? _strict[from][to] : _weak[from][to])
        {
            return;
        }

        for (var source = 0; source < _nodes.Count; source++)
        {
            if (!_weak[source][from])
            {
                continue;
            }

            _weak[source].Join(_weak[to]);
            _strict[source].Join(isStrict || _strict[source][from] ? _weak[to] : _strict[to]);
            if (_strict[source][source])
            {
                Contradiction ??= _nodes[source];
            }
        }
    }
}

/// <summary>A direct comparison of two nodes.</summary>
/// <param name="From">The lower node.</param>
/// <param name="To">The upper node.</param>
/// <param name="IsStrict">Whether it is strict.</param>
internal readonly record struct OrderEdge(int From, int To, bool IsStrict);
