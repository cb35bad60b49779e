namespace MechanismDsl.Theory.Priors;

/// <summary>Where a formula changes its law: thresholds of conditionals, and kinks of absolute values, minima and maxima.</summary>
internal static class FormulaKinks
{
    /// <summary>Cells in which a threshold that is not simply <c>v &lt; c</c> is looked for; two roots in one cell are missed.</summary>
    private const int Cells = 1024;

    /// <summary>The points strictly between the ends, in increasing order.</summary>
    public static IEnumerable<double> Between(IEnumerable<Formula> formulas, double low, double high) => formulas
        .SelectMany(Differences)
        .Distinct()
        .SelectMany(difference => Roots(difference, low, high))
        .Where(root => root > low && root < high)
        .Distinct()
        .OrderBy(root => root);

    /// <summary>The formulas at whose sign changes the law changes.</summary>
    private static IEnumerable<Formula.Binary> Differences(Formula formula) => formula switch
    {
        Formula.Unary unary => (unary.Operator == UnaryOperator.Abs ? [Difference(unary.Operand, 0)] : Array.Empty<Formula.Binary>())
            .Concat(Differences(unary.Operand)),
        Formula.Binary binary => (binary.Operator is BinaryOperator.Min or BinaryOperator.Max ? [Difference(binary.Left, binary.Right)] : Array.Empty<Formula.Binary>())
            .Concat(Differences(binary.Left))
            .Concat(Differences(binary.Right)),
        Formula.Conditional conditional => conditional.Test.Comparisons
            .SelectMany(comparison => Differences(comparison.Left).Concat(Differences(comparison.Right)).Append(Difference(comparison.Left, comparison.Right)))
            .Concat(Differences(conditional.Then))
            .Concat(Differences(conditional.Else)),
        _ => [],
    };

    private static Formula.Binary Difference(Formula left, Formula right) => new(BinaryOperator.Subtract, left, right);

    private static IEnumerable<double> Roots(Formula.Binary difference, double low, double high)
    {
        if (!difference.DependsOnVariable)
        {
            return [];
        }

        // The common case without round-off: v against a constant.
        if (difference is { Left: Formula.Variable, Right.DependsOnVariable: false })
        {
            return [difference.Right.Evaluate(0)];
        }

        if (difference is { Right: Formula.Variable, Left.DependsOnVariable: false })
        {
            return [difference.Left.Evaluate(0)];
        }

        return SignChanges(difference, SupportGrid.Points(low, high, Cells).ToList());
    }

    private static IEnumerable<double> SignChanges(Formula.Binary difference, List<double> points)
    {
        for (var index = 1; index < points.Count; index++)
        {
            var (from, to) = (points[index - 1], points[index]);
            var (atFrom, atTo) = (difference.Evaluate(from), difference.Evaluate(to));
            if (atTo == 0)
            {
                yield return to;
            }
            else if (atFrom * atTo < 0)
            {
                yield return Bisect(difference, from, to, atFrom < 0);
            }
        }
    }

    private static double Bisect(Formula.Binary difference, double from, double to, bool rising)
    {
        while (true)
        {
            var middle = from + ((to - from) / 2);
            if (!(middle > from && middle < to))
            {
                return to;
            }

            if (difference.Evaluate(middle) < 0 == rising)
            {
                from = middle;
            }
            else
            {
                to = middle;
            }
        }
    }
}
