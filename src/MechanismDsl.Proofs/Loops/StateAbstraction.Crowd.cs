using MechanismDsl.Proofs.Terms;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Proofs.Loops;

/// <content>What is kept of the agents that are forgotten: the comparisons that hold of every one of them.</content>
internal sealed partial class StateAbstraction
{
    // What the path knows of each of these agents, said of anyone; null if there are none.
    private IReadOnlyList<Fact>? FactsAboutAll(IReadOnlyList<Term> members)
    {
        Dictionary<(Term Left, Term Right), Relation>? common = null;
        foreach (var member in members)
        {
            var facts = FactsAbout(member);
            common = common is null ? facts : facts.Where(pair => common.ContainsKey(pair.Key)).ToDictionary(
                pair => pair.Key, pair => pair.Value == Relation.Less ? common[pair.Key] : Relation.LessOrEqual);
        }

        return common is null ? null
            : [.. common.Select(pair => new Fact(pair.Value, pair.Key.Left, pair.Key.Right)).OrderBy(fact => fact.ToString(), StringComparer.Ordinal)];
    }

    // Upper bounds are what laws about buyers need of everybody else: that nobody would have been better. Other comparisons would only multiply the states.
    private Dictionary<(Term Left, Term Right), Relation> FactsAbout(Term member)
    {
        // An agent that is forgotten can have left its report in a variable: that is an item like any other.
        var own = _model.Renaming(member, _model.Anyone).Select(pair => (pair.From, pair.To, Before: _names.TryGetValue(pair.From, out var name) ? name : null)).ToArray();
        var items = _items.Where(item => !IsIndex(item.New)).ToArray();
        foreach (var (from, to, _) in own)
        {
            _names[from] = to;
        }

        var nodes = _order.Graph.Nodes.Concat(own.Skip(1).Select(pair => pair.From)).Distinct().Select(node => (Old: node, New: Renamed(node))).Where(node => node.New is not null && own.Skip(1).Any(pair => node.New.Mentions((Term.Symbol)pair.To))).ToArray();
        foreach (var (from, _, before) in own)
        {
            _names.Remove(from);
            if (before is not null)
            {
                _names.Add(from, before);
            }
        }

        var facts = new Dictionary<(Term Left, Term Right), Relation>();
        foreach (var (node, name) in nodes)
        {
            foreach (var item in items.Where(item => item.Old.Kind == node.Kind))
            {
                Note(node, item.Old, name!, item.New, facts);
                if (_model.System.Side == Side.Supplier)
                {
                    Note(item.Old, node, item.New, name!, facts);
                }
            }
        }

        return facts;
    }

    // What the domains say needs no fact.
    private void Note(Term left, Term right, Term newLeft, Term newRight, Dictionary<(Term Left, Term Right), Relation> facts)
    {
        if (newLeft.Range.MayBeNaN || newRight.Range.MayBeNaN || newLeft.Range.High > newRight.Range.Low)
        {
            if (Compare(left, right) is { } relation)
            {
                facts[(newLeft, newRight)] = relation;
            }
        }
    }
}
