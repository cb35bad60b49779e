using Fractions;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;

namespace MechanismDsl.Proofs.Terms;

/// <summary>Makes terms, each one once. Constants are folded and neutral elements dropped, where that changes no value.</summary>
internal sealed class TermPool
{
    private readonly Dictionary<string, Term.Symbol> _symbols = new(StringComparer.Ordinal);
    private readonly Dictionary<(Scalar, Fraction?), Term.Constant> _constants = [];
    private readonly Dictionary<(UnaryOperation, Term), Term> _unaries = [];
    private readonly Dictionary<(BinaryOperation, Term, Term), Term> _binaries = [];
    private readonly Dictionary<(ScalarKind, Term), Term> _conversions = [];

    /// <summary>Whether constants are compared by what they are in real arithmetic; otherwise to the bit, as the program does.</summary>
    public bool ReadsExactly { get; init; }

    private Dictionary<Term, int>? _sites;

    /// <summary>From now on remembers where in the source a term comes from.</summary>
    public void RecordSites() => _sites ??= [];

    /// <summary>Where in the source a term was computed first, −1 if that is not known.</summary>
    public int SiteOf(Term term) => _sites is not null && _sites.TryGetValue(term, out var site) ? site : -1;

    /// <summary>Notes where in the source a term is computed, if that is remembered.</summary>
    public Term From(Term term, int site)
    {
        if (_sites is not null && site >= 0 && !_sites.ContainsKey(term))
        {
            _sites.Add(term, site);
        }

        return term;
    }

    /// <summary>The number of terms made so far.</summary>
    public int Count { get; private set; }

    /// <summary>All symbols, in the order of construction.</summary>
    public IEnumerable<Term.Symbol> Symbols => _symbols.Values.OrderBy(symbol => symbol.Id);

    /// <summary>The symbol of this name.</summary>
    /// <exception cref="ArgumentException">There is one with another meaning.</exception>
    public Term.Symbol Symbol(string name, SymbolRole role, Domain domain, int input = -1, int agent = -1)
    {
        if (!_symbols.TryGetValue(name, out var symbol))
        {
            symbol = new Term.Symbol(Count++, name, role, domain, input, agent);
            _symbols.Add(name, symbol);
        }

        return symbol.Role == role && symbol.Domain == domain && symbol.Input == input && symbol.Agent == agent
            ? symbol
            : throw new ArgumentException("The name stands for another symbol.", nameof(name));
    }

    /// <summary>A literal: its real reading is the decimal that is written.</summary>
    public Term.Constant Constant(Scalar value) => Constant(value, ExactReading.Of(value));

    /// <summary>A computed constant, with its value in real arithmetic.</summary>
    public Term.Constant Constant(Scalar value, Fraction? exact)
    {
        if (!_constants.TryGetValue((value, exact), out var constant))
        {
            constant = new Term.Constant(Count++, value, exact);
            _constants.Add((value, exact), constant);
        }

        return constant;
    }

    /// <summary>An operation on one term.</summary>
    public Term Unary(UnaryOperation operation, Term operand)
    {
        if (_unaries.TryGetValue((operation, operand), out var known))
        {
            return known;
        }

        var term = (operand is Term.Constant constant ? Folding.Unary(this, operation, constant) : Simplification.Unary(operation, operand))
            ?? new Term.Unary(Count++, operation, operand);
        _unaries.Add((operation, operand), term);
        return term;
    }

    /// <summary>An operation on two terms of one kind.</summary>
    /// <exception cref="ArgumentException">The operation is a comparison, or the kinds differ.</exception>
    public Term Binary(BinaryOperation operation, Term left, Term right)
    {
        if (operation.IsComparison() || left.Kind != right.Kind)
        {
            throw new ArgumentException("Comparisons are facts, and both operands are of one kind.", nameof(operation));
        }

        if (_binaries.TryGetValue((operation, left, right), out var known))
        {
            return known;
        }

        var term = (left is Term.Constant a && right is Term.Constant b ? Folding.Binary(this, operation, a, b) : null)
            ?? Simplification.Binary(this, operation, left, right)
            ?? new Term.Binary(Count++, operation, left, right);
        _binaries.Add((operation, left, right), term);
        return term;
    }

    /// <summary>A conversion to another kind; of a term that has the kind already, the term itself.</summary>
    public Term Convert(ScalarKind to, Term operand)
    {
        if (operand.Kind == to)
        {
            return operand;
        }

        if (!_conversions.TryGetValue((to, operand), out var term))
        {
            term = (operand is Term.Constant constant ? Folding.Convert(this, to, constant) : null) ?? new Term.Convert(Count++, to, operand);
            _conversions.Add((to, operand), term);
        }

        return term;
    }

    /// <summary>left + right.</summary>
    public Term Add(Term left, Term right) => Binary(BinaryOperation.Add, left, right);

    /// <summary>left − right.</summary>
    public Term Subtract(Term left, Term right) => Binary(BinaryOperation.Subtract, left, right);

    /// <summary>left · right.</summary>
    public Term Multiply(Term left, Term right) => Binary(BinaryOperation.Multiply, left, right);
}
