namespace MechanismDsl.Proofs.Terms;

/// <summary>Traversals of terms.</summary>
internal static class TermWalk
{
    /// <summary>The term with a symbol replaced by another term; the kind of the replacement must be the symbol's.</summary>
    public static Term Substitute(this TermPool pool, Term term, Term.Symbol symbol, Term replacement) =>
        Substitute(pool, term, symbol, replacement, []);

    /// <summary>Whether the value depends on a symbol, syntactically.</summary>
    public static bool Mentions(this Term term, Term.Symbol symbol) => term.SubTerms().Contains(symbol);

    /// <summary>The symbols of a term, in the order of their numbers.</summary>
    public static IReadOnlyList<Term.Symbol> SymbolsOf(this Term term) => [.. term.SubTerms().OfType<Term.Symbol>().OrderBy(symbol => symbol.Id)];

    /// <summary>The term and everything in it, each one once.</summary>
    public static IReadOnlyCollection<Term> SubTerms(this Term term)
    {
        var seen = new HashSet<Term>();
        var open = new Stack<Term>();
        open.Push(term);
        while (open.Count > 0)
        {
            var next = open.Pop();
            if (!seen.Add(next))
            {
                continue;
            }

            foreach (var part in next.Parts())
            {
                open.Push(part);
            }
        }

        return seen;
    }

    /// <summary>The operands.</summary>
    public static IEnumerable<Term> Parts(this Term term) => term switch
    {
        Term.Unary unary => [unary.Operand],
        Term.Binary binary => [binary.Left, binary.Right],
        Term.Convert convert => [convert.Operand],
        _ => [],
    };

    private static Term Substitute(TermPool pool, Term term, Term.Symbol symbol, Term replacement, Dictionary<Term, Term> done)
    {
        if (ReferenceEquals(term, symbol))
        {
            return replacement;
        }

        if (done.TryGetValue(term, out var known))
        {
            return known;
        }

        var result = term switch
        {
            Term.Unary unary => pool.Unary(unary.Operation, Substitute(pool, unary.Operand, symbol, replacement, done)),
            Term.Binary binary => pool.Binary(
                binary.Operation, Substitute(pool, binary.Left, symbol, replacement, done), Substitute(pool, binary.Right, symbol, replacement, done)),
            Term.Convert convert => pool.Convert(convert.Kind, Substitute(pool, convert.Operand, symbol, replacement, done)),
            _ => term,
        };
        done[term] = result;
        return result;
    }
}
