using Fractions;
using MechanismDsl.Proofs.Real.Forms;
using MechanismDsl.Proofs.Real.Polynomials;

namespace MechanismDsl.Proofs.Linear;

/// <summary>
/// Inequalities about products, as if each product were a variable: those of McCormick (1976) from the bounds of two factors, tangents of squares, and
/// products of facts with bounds (Sherali and Adams 1990) as far as they make no new products.
/// </summary>
internal sealed class ProductRows(PathBox box)
{
    private const int MaximumProducts = 60;
    private const int MaximumRows = 160;

    private readonly SortedSet<Monomial> _products = [];
    private readonly List<LinearRow> _rows = [];

    /// <summary>Rows about the products that occur in a system.</summary>
    public IReadOnlyList<LinearRow> Of(IReadOnlyList<LinearRow> system)
    {
        foreach (var monomial in system.SelectMany(row => row.Form.Terms.Keys).Where(monomial => monomial.Degree >= 2))
        {
            Require(monomial);
        }

        foreach (var product in _products)
        {
            var first = product.Variables.First();
            var rest = product.Without(first);
            AddBounds(product);
            AddEnvelope(product, Monomial.Of(first), rest);
        }

        var facts = system.Where(row => row.Form.Degree == 1).ToList();
        foreach (var variable in _products.SelectMany(product => product.Variables).Distinct().OrderBy(variable => variable))
        {
            foreach (var fact in facts)
            {
                AddProduct(fact, variable);
            }
        }

        return _rows;
    }

    private void Require(Monomial monomial)
    {
        for (; monomial.Degree >= 2 && _products.Count < MaximumProducts && _products.Add(monomial);)
        {
            monomial = monomial.Without(monomial.Variables.First());
        }
    }

    private void AddBounds(Monomial product)
    {
        var (low, high) = BoundsOf(product);
        var form = Of(product);
        if (low is { } least)
        {
            Add(Polynomial.Constant(least) - form, false, $"low {Text(product)}");
        }

        if (high is { } most)
        {
            Add(form - Polynomial.Constant(most), false, $"high {Text(product)}");
        }
    }

    // (u − u₀)(w − w₀) has a known sign at each pair of bounds; of a square only one of the mixed pairs is needed, and the tangent in the middle helps.
    private void AddEnvelope(Monomial product, Monomial first, Monomial rest)
    {
        var (firstLow, firstHigh) = BoundsOf(first);
        var (restLow, restHigh) = BoundsOf(rest);
        var name = $"{Text(first)} {Text(rest)}";
        AddSigned(firstLow, restLow, isPositive: true, "low low " + name);
        AddSigned(firstHigh, restHigh, isPositive: true, "high high " + name);
        AddSigned(firstLow, restHigh, isPositive: false, "low high " + name);
        if (first != rest)
        {
            AddSigned(firstHigh, restLow, isPositive: false, "high low " + name);
        }
        else if (firstLow is { } low && firstHigh is { } high)
        {
            AddSigned((low + high) / 2, (low + high) / 2, isPositive: true, "middle " + name);
        }

        void AddSigned(Fraction? one, Fraction? two, bool isPositive, string origin)
        {
            if (one is { } u && two is { } w)
            {
                var form = Of(product) - (Of(first) * w) - (Of(rest) * u) + Polynomial.Constant(u * w);
                Add(isPositive ? form * Fraction.MinusOne : form, false, "product " + origin);
            }
        }
    }

    // p ≤ 0 times (v − low) ≥ 0 or (high − v) ≥ 0, where all products that arise are in the system.
    private void AddProduct(LinearRow fact, int variable)
    {
        if (!fact.Form.Terms.Keys.All(monomial => monomial.Degree == 0 || _products.Contains(monomial.Times(Monomial.Of(variable)))))
        {
            return;
        }

        var (low, high) = box.BoundsOf(variable);
        if (low is { } least)
        {
            Add(fact.Form * (Polynomial.Variable(variable) - Polynomial.Constant(least)), false, $"times ({fact.Origin}) low v{variable}");
        }

        if (high is { } most)
        {
            Add(fact.Form * (Polynomial.Constant(most) - Polynomial.Variable(variable)), false, $"times ({fact.Origin}) high v{variable}");
        }
    }

    private (Fraction? Low, Fraction? High) BoundsOf(Monomial monomial)
    {
        (Fraction? Low, Fraction? High) bounds = (Fraction.One, Fraction.One);
        foreach (var variable in monomial.Variables)
        {
            var (low, high) = box.BoundsOf(variable);
            if (bounds.Low is not { } a || bounds.High is not { } b || low is not { } c || high is not { } d)
            {
                // Without all four bounds only the sign of a product of non-negative factors is known.
                bounds = bounds.Low is { IsNegative: false } && low is { IsNegative: false } ? (Fraction.Zero, null) : (null, null);
                continue;
            }

            Fraction[] corners = [a * c, a * d, b * c, b * d];
            bounds = (corners.Min(), corners.Max());
        }

        // An even power is not negative.
        return monomial.Variables.GroupBy(variable => variable).All(group => group.Count() % 2 == 0) && bounds.Low is null or { IsNegative: true }
            ? (Fraction.Zero, bounds.High)
            : bounds;
    }

    private void Add(Polynomial form, bool isStrict, string origin)
    {
        if (_rows.Count < MaximumRows)
        {
            _rows.Add(new LinearRow(form, isStrict, origin));
        }
    }

    private static Polynomial Of(Monomial monomial) => monomial.Variables.Aggregate(Polynomial.One, (product, variable) => product * Polynomial.Variable(variable));

    private static string Text(Monomial monomial) => string.Join("*", monomial.Variables.Select(variable => $"v{variable}"));
}
