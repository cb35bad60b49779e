using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Proofs.Evaluation;

/// <summary>
/// Which profiles are looked at: those where rules that people write go wrong. Ends of the domains, round numbers, numbers in the rules and their
/// neighbours, sums and differences with other reports, ties and near ties; random values too.
/// </summary>
internal sealed class SamplePlan
{
    private const ulong Seed = 0x5EED_0F_2024;
    private const int PoolSize = 5;

    private static readonly double[] _round = [0, 1, 2, 3, 5, 7, 10, 15, 20, 25, 30, 40, 50, 60, 70, 75, 80, 90, 100, 150, 200, 500, 1000, 10000, 0.1, 0.25, 0.5, 0.9, 1.5, 2.5];

    private readonly SplitMix64 _random = new(Seed);
    private readonly RuleSystem _system;
    private readonly double[] _literals;
    private readonly double[] _special;
    private readonly int _focus;
    private int _axes;

    /// <param name="system">The rules.</param>
    /// <param name="focus">The input that is varied.</param>
    public SamplePlan(RuleSystem system, int focus)
    {
        (_system, _focus) = (system, focus);
        _literals = RuleLiterals.Of(system);
        _special = [.. Special(system.Inputs[focus].DomainOf(0))];
    }

    /// <summary>Chooses the values of all inputs, the focal one among them.</summary>
    /// <param name="profile">Receives the values.</param>
    /// <param name="domainAgent">The agent whose domains apply to a profile of one agent.</param>
    /// <returns>The numbers from which the others' reports were taken.</returns>
    public double[] Fill(Profile profile, int domainAgent)
    {
        var pool = Pool(_system.Inputs[_focus].DomainOf(domainAgent), _axes++ % 5);
        for (var input = 0; input < _system.Inputs.Count; input++)
        {
            for (var position = 0; position < profile[input].Length; position++)
            {
                var domain = _system.Inputs[input].DomainOf(profile.Agents == 1 ? domainAgent : position);
                profile[input][position] = input == _focus ? domain.Snap(_random.Of(pool)) : PublicValue(domain);
            }
        }

        return pool;
    }

    /// <summary>Values of the focal input to compare, ascending, each once.</summary>
    /// <param name="profile">The values of the others.</param>
    /// <param name="position">The focal agent's position in the profile.</param>
    /// <param name="domain">The focal domain.</param>
    /// <param name="pool">The numbers from which the others' reports were taken.</param>
    /// <param name="count">About how many.</param>
    public Scalar[] Axis(Profile profile, int position, Domain domain, double[] pool, int count)
    {
        var values = new List<Scalar>(count + 4) { domain.Smallest(), domain.Largest(), profile.Get(_focus, position) };
        foreach (var number in pool)
        {
            Add(values, domain, number);
        }

        while (values.Count < count)
        {
            Add(values, domain, Interesting(profile, position, domain));
        }

        return [.. values.Distinct().OrderBy(value => value, Comparer<Scalar>.Create(OutcomeEvaluator.Compare))];
    }

    /// <summary>The value and, now and then, its neighbours, between which comparisons flip.</summary>
    private void Add(List<Scalar> values, Domain domain, double number)
    {
        var value = domain.Snap(number);
        values.Add(value);
        if (_random.Below(3) == 0)
        {
            values.Add(domain.Neighbour(value, _random.Below(2) == 0 ? -1 : 1));
        }
    }

    private double Interesting(Profile profile, int position, Domain domain)
    {
        var others = profile[_focus];
        var other = others.NumberAt(_random.Below(others.Length));
        var literal = _literals.Length > 0 ? _random.Of(_literals) : 1;
        switch (_random.Below(8))
        {
            case 0:
                return _random.Of(_special);
            case 1:
                return other + literal;
            case 2:
                return other - literal;
            case 3:
                return _random.Below(2) == 0 ? other * literal : other / literal;
            case 4:
                return (other + others.NumberAt(_random.Below(others.Length))) * (_random.Below(2) == 0 ? 1 : literal);
            case 5:
                return SumOfOthers(others, position) * (_random.Below(2) == 0 ? 1 : literal);
            case 6:
                return _special.Length > 0 && _random.Below(2) == 0 ? _random.Of(_special) : _random.Of(_round);
            default:
                return Random(domain);
        }
    }

    private static double SumOfOthers(ArrayValue reports, int position)
    {
        var sum = 0.0;
        for (var agent = 0; agent < reports.Length; agent++)
        {
            sum += agent == position ? 0 : reports.NumberAt(agent);
        }

        return sum;
    }

    private double[] Pool(Domain domain, int style)
    {
        var pool = new double[PoolSize];
        if (style == 4)
        {
            return NearTies(domain);
        }

        for (var index = 0; index < PoolSize; index++)
        {
            pool[index] = style switch
            {
                0 => _random.Of(_round),
                1 => _random.Of(_special),
                2 => Random(domain),
                _ => _random.Below(2) == 0 ? _random.Of(_special) : Random(domain),
            };
        }

        return pool;
    }

    /// <summary>A number and others close to it: what happens near a tie.</summary>
    private double[] NearTies(Domain domain)
    {
        var centre = _random.Below(3) switch
        {
            0 => _random.Of(_special),
            1 when _literals.Length > 0 => _random.Of(_literals),
            _ => Random(domain),
        };
        var step = _random.Below(3) switch
        {
            0 => 1,
            1 when _literals.Length > 0 => _random.Of(_literals) / 2,
            _ => (domain.High - domain.Low) * 0.001,
        };
        return [centre, centre - step, centre + step, centre - (2 * step), centre + (step / 2)];
    }

    private Scalar PublicValue(Domain domain) => _random.Below(5) switch
    {
        0 => domain.Smallest(),
        1 => domain.Largest(),
        2 => domain.Snap(_random.Of(_round)),
        3 when _literals.Length > 0 => domain.Snap(_random.Of(_literals)),
        _ => domain.Snap(Random(domain)),
    };

    /// <summary>Uniform in the domain; in wide domains, every order of magnitude has its turn too.</summary>
    private double Random(Domain domain)
    {
        var (low, high) = (domain.Low, domain.High);
        if (low >= 0 && high > 1000 && _random.Below(2) == 0)
        {
            return low + Math.Exp(_random.Unit() * Math.Log(1 + high - low)) - 1;
        }

        var value = low + ((high - low) * _random.Unit());
        return _random.Below(2) == 0 ? value : NumberText.Rounded(value, 2);
    }

    /// <summary>Ends, literals, their halves and multiples, midpoints of neighbouring literals, and the round numbers of the domain.</summary>
    private IEnumerable<double> Special(Domain domain)
    {
        var (low, high) = (domain.Low, domain.High);
        var width = high - low;
        foreach (var part in new[] { 0, 1, 0.5, 0.001, 0.01, 0.1, 0.9, 0.99, 0.999 })
        {
            yield return low + (part * width);
        }

        for (var index = 0; index < _literals.Length; index++)
        {
            var literal = _literals[index];
            yield return literal;
            yield return -literal;
            for (var multiple = 2; multiple <= 10 && literal * multiple <= high; multiple++)
            {
                yield return literal * multiple;
            }

            if (index > 0)
            {
                yield return (literal / 2) + (_literals[index - 1] / 2);
            }

            foreach (var second in _literals)
            {
                if (second != 0 && literal != second)
                {
                    yield return literal / second;
                    yield return literal + second;
                }
            }
        }

        foreach (var number in _round)
        {
            if (number >= low && number <= high)
            {
                yield return number;
            }
        }
    }
}
